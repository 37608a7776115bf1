/** Data of the message that brings a port to the client core. */
export type CorePortMessage = 'foyer:core-port'

/** `stopped`: it failed again and again, and waits for the user. */
export type CoreState = 'running' | 'restarting' | 'stopped'

export interface CoreNews {
  readonly kind: 'core'
  readonly state: CoreState
}

/** A port to the client core is wanted. */
export interface CoreMessage {
  readonly kind: 'core.connect'
}
