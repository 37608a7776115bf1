/**
 * What the desktop adds to the web workbench, as the renderer sees it. Types only: nothing here runs.
 *
 * The client core is not part of it. It comes as a message port, because ports cannot cross the bridge: the window
 * receives a message with `CorePortMessage` as data and the port beside it, once after `connectCore`, and again
 * whenever the core had to be started anew.
 */
export interface DesktopApi {
  readonly platform: DesktopPlatform
  /** Asks for a port to the client core. */
  connectCore(): void
  /** The one-time sign-in the program was started with, if any; it is given out once. */
  takeSignIn(): Promise<DesktopSignIn | null>
  /** Shows an address in the user's browser. Answers false for one that may not be opened. */
  openLink(url: string): Promise<boolean>
}

export type DesktopPlatform = 'darwin' | 'win32' | 'linux'

export interface DesktopSignIn {
  readonly server: string
  readonly ticket: string
}

/** Data of the message that brings the port. */
export type CorePortMessage = 'foyer:core-port'

/** Requests of a window to the main process: name, arguments, answer. */
export interface DesktopRequests {
  'sign-in.take': { args: []; result: DesktopSignIn | null }
  'link.open': { args: [url: string]; result: boolean }
}

/** Messages of a window that have no answer. */
export type DesktopMessage = 'core.connect'
