/** What icon, badge and taskbar show. */
export interface ShellCounts {
  readonly isConnected: boolean
  /** Customers with something unread, and the number of unread messages. */
  readonly unread: number
  readonly messages: number
  readonly waiting: number
  /** Nobody wants to be disturbed: nothing flashes. */
  readonly isQuiet: boolean
}

/** A note of the system. */
export interface ShellAlert {
  /** The conversation that a click opens; a later note of the same takes its place. */
  readonly conversationId: string | null
  /** Whoever waits there can be accepted in the note, where the system has buttons on notes; a click shows who waits. */
  readonly sessionId: string | null
  readonly title: string
  readonly text: string
  /** The text may be shown while the screen is locked. */
  readonly textWhenLocked: boolean
  /** An answer may be written into the note, where the system has such notes. */
  readonly canReply: boolean
  /** The system gives no sound to it; else it does, unless it holds it back itself. */
  readonly silent: boolean
}

/** What was done with a note. */
export interface AlertNews extends Pick<ShellAlert, 'conversationId' | 'sessionId'> {
  readonly kind: 'alert'
  readonly done:
    | { readonly kind: 'clicked' | 'accepted' }
    /** Answered in itself. */
    | { readonly kind: 'replied'; readonly text: string }
}

export type SignNews =
  /** The icon was clicked: what is unread longest is wanted. */
  { readonly kind: 'show-unread' } | AlertNews

export type SignMessage =
  | { readonly kind: 'signs.counts'; readonly counts: ShellCounts }
  /** Shows a note of the system; what is done with it comes as news. */
  | { readonly kind: 'signs.alert'; readonly alert: ShellAlert }
