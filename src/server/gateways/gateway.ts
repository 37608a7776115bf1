/**
 * How the server writes to somebody outside a conversation: by mail, and by text message where a provider is connected.
 *
 * A gateway sends or fails; what is sent, and how often, is decided by who asks.
 */
export interface Gateway {
  /** What it can send; nothing else is offered to people. */
  readonly kinds: readonly GatewayKind[]
  /** False: it was not taken, and trying again later may help. */
  send(note: GatewayNote): Promise<boolean>
}

export type GatewayKind = 'email' | 'sms'

export interface GatewayNote {
  readonly kind: GatewayKind
  readonly to: string
  /** Not shown in a text message. */
  readonly subject: string
  readonly text: string
}

/** For a server that nothing was configured for. */
export const noGateway: Gateway = { kinds: [], send: async () => false }
