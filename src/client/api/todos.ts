import type {
  AgentId,
  ConversationId,
  NoteMention,
  ScheduledMessage,
  SessionId,
  SessionNote,
} from '../../protocol/model/index.ts'

/** What an agent has put off or noted, and endings that can still be taken back. */
export interface TodoQueries {
  /** Conversations that come back (R-03-038): those that have first, then in the order of their time. */
  'reminders.list': { args: Record<string, never>; result: readonly TodoRow[] }
  /** Messages that go out at a set time, of all conversations: what could not be sent first, then in the order of their time. */
  'scheduled-messages.list': { args: Record<string, never>; result: readonly ScheduledRow[] }
  /** What colleagues noted beside the sessions of a conversation, the oldest first. */
  'session-notes.list': { args: { conversationId: ConversationId }; result: readonly SessionNote[] }
  /** Notes in which a colleague named the agent, until they are read; the oldest first (R-03-189). */
  'note-mentions.list': { args: Record<string, never>; result: readonly NoteMentionRow[] }
  /** Sessions whose ending is held back, and how those went that the interface has not acknowledged yet (R-03-081). */
  'endings.list': { args: Record<string, never>; result: readonly HeldEnding[] }
}

export interface TodoRow {
  readonly conversationId: ConversationId
  readonly dueAt: number
  readonly rungAt: number | null
  /** As the agent calls them; empty while unknown. */
  readonly customerName: string
  /** Null: the conversation is not on this device any more. */
  readonly customerNumber: number | null
}

export interface ScheduledRow extends ScheduledMessage {
  /** As the agent calls them; empty while unknown. */
  readonly customerName: string
  /** Null: the conversation is not on this device any more. */
  readonly customerNumber: number | null
}

export interface NoteMentionRow extends NoteMention {
  /** As the agent calls them; empty while unknown. */
  readonly customerName: string
  /** Null: the conversation is not on this device yet. */
  readonly customerNumber: number | null
}

/** An ending as it was asked for. */
export interface EndingWish {
  readonly sessionId: SessionId
  readonly conversationId: ConversationId
  readonly version: number
  /** The newest message the agent saw. */
  readonly lastSeq: number
  readonly askRating: boolean
  /** The row leaves the list with the session (R-03-036). */
  readonly removeRow: boolean
}

export interface HeldEnding extends EndingWish {
  readonly agentId: AgentId
  /** When it is sent. */
  readonly until: number
  /** `customer-wrote`: it was cancelled by that; `refused`: the server did not do it. */
  readonly state: 'held' | 'sending' | 'ended' | 'customer-wrote' | 'refused'
  /** Code of the refusal. */
  readonly code: string | null
}
