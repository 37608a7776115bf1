import type {
  AgentId,
  ChatKind,
  Conversation,
  ConversationId,
  Customer,
  CustomerId,
  ListCategory,
  ListEntry,
  ListFilter,
  Message,
  MessageId,
  MessageSetting,
  QuickReplyFile,
  Quote,
  RatedSession,
  Reminder,
  Session,
  TextTranslation,
  TransferRequest,
  WidgetId,
} from '../../protocol/model/index.ts'
import type { ForgottenThread } from './records.ts'

/** Conversations with what was said in them, and what waits to be sent. */
export interface ConversationQueries {
  'conversations.list': { args: ConversationListArgs; result: readonly ConversationRow[] }
  /** How many rows of each category have unread messages (R-03-044). */
  'conversations.unread': {
    args: Record<string, never>
    result: Readonly<Record<ListCategory, number>>
  }
  /** Languages of the customers in the list, to filter by. */
  'conversations.languages': { args: Record<string, never>; result: readonly string[] }
  'conversation.get': { args: { conversationId: ConversationId }; result: ConversationView | null }
  /** The newest `limit` messages that hang together, ascending, and own unsent ones behind them. */
  'thread.messages': { args: { conversationId: ConversationId; limit: number }; result: ThreadView }
  /** What colleagues ask for, and what one asked for oneself (R-02-295), the oldest first. */
  'transfer-requests.list': { args: Record<string, never>; result: readonly TransferRequest[] }
  /** Own ratings since then; asks the server. Null: it cannot be told. */
  'ratings.own': { args: { since: number }; result: { count: number; stars: number | null } | null }
  /** Which own sessions were rated since then, the newest first; asks the server. Null: it cannot be told. */
  'ratings.list': { args: { since: number }; result: readonly RatedSession[] | null }
  /** What in a text belongs to another customer who is open now; null: nothing does. Not live. */
  'text.foreign': { args: { conversationId: ConversationId; text: string }; result: ForeignPart | null }
  /** A text in the language in which the customer has written last. Null: it cannot be had; not live. */
  'text.translate': {
    args: { conversationId: ConversationId; text: string }
    result: TextTranslation | null
  }
  /** What was written here lately, sent or thrown away, the newest first; not live. */
  'written.list': { args: { conversationId: ConversationId }; result: readonly string[] }
  /** The bytes of a file that was not sent; null: they are with the server alone. */
  'outbox.file': { args: { id: MessageId }; result: { file: Blob | null } }
  'outbox.list': { args: Record<string, never>; result: readonly OutboxItem[] }
  /** An address the interface can show or download from for some minutes; `gone`: the server has it no more. */
  'file.url': { args: { fileId: string }; result: { url: string | null; gone: boolean } }
}

export interface ConversationListArgs {
  /** `in-session`: those whose session is one's own and open. */
  readonly filter: 'in-session' | 'all'
  /** Pinned rows always come first; then the latest, which is usual, or in the order of entry as the agent arranged it. */
  readonly order?: 'latest' | 'entry'
  readonly where?: ListFilter
  /** This row alone, if it is one. */
  readonly only?: ConversationId | null
}

/** A row of the conversation list, flat so that comparing rows is comparing fields. */
export interface ConversationRow {
  readonly id: ConversationId
  /** Null: colleagues among themselves. */
  readonly chat: ChatKind | null
  /** Null: nobody outside, as with everything below that belongs to a customer. */
  readonly customerId: CustomerId | null
  /** The other one of a direct chat. */
  readonly colleagueId: AgentId | null
  /** As the agent calls the customer, else as everybody does; a colleague's name, or that of the chat. */
  readonly customerName: string
  /** So many are in a chat that is called after its members; 0: the file assistant. */
  readonly unnamedMembers: number | null
  /** As everybody calls them; null: so does the agent. */
  readonly publicName: string | null
  readonly customerNumber: number
  readonly channel: Conversation['channel'] | null
  /** The entry by which the customer came first. */
  readonly widgetId: WidgetId | null
  readonly pinned: boolean
  readonly unread: number
  /** Somebody addressed the agent in what is unread. */
  readonly mentioned: boolean
  /** How its messages come in; `alert` of everything that is no group. */
  readonly messageSetting: MessageSetting
  readonly preview: Conversation['preview']
  /** The newest message and what was before it were deleted on this device. */
  readonly forgotten: boolean
  /** The newest unsent own message waits or failed. */
  readonly unsent: 'queued' | 'failed' | null
  readonly draft: string
  readonly online: boolean
  readonly typing: boolean
  /** The latest one. */
  readonly sessionId: Session['id'] | null
  readonly sessionState: Session['state'] | null
  readonly handlerId: AgentId | null
  /** The customer's message that waits for an answer longest; null when the last word is ours. */
  readonly waitingSince: number | null
  readonly at: number
  /** Put off until then (R-03-038); null: it is not. */
  readonly remindAt: number | null
  /** It was put off and has come back. */
  readonly reminded: boolean
  /** Its place in the order of entry; empty in the other order. */
  readonly rank: string
  /** Ids of the marks that apply, with a comma between: those set by hand first, then those of rules, each in the editor's order. */
  readonly marks: string
}

export interface ConversationView {
  readonly conversation: Conversation
  readonly customer: Customer
  /** What the agent calls the customer; null: as everybody does. */
  readonly remark: string | null
  readonly session: Session | null
  readonly entry: ListEntry | null
  /** Null: it was not put off. */
  readonly reminder: Reminder | null
  readonly online: boolean
  readonly typing: boolean
  /** Colleagues who have it open too, and those who are writing. */
  readonly viewers: readonly AgentId[]
  readonly writers: readonly AgentId[]
  /** What the customer is writing; empty: nothing, or the company does not look at it. */
  readonly typedText: string
}

export interface ThreadView {
  readonly messages: readonly Message[]
  readonly unsent: readonly OutboxItem[]
  /** Older messages than the first exist, here or on the server. */
  readonly more: boolean
  /** Up to where the agent deleted it on this device; null: nothing of it. */
  readonly forgotten: ForgottenThread | null
  /** A message behind the last one is known and not here yet: a loading row stands in its place (R-06-066). */
  readonly gap: boolean
  readonly deliveredSeq: number
  readonly readSeq: number
  /** First message that was unread when the agent came, for the mark in the thread. */
  readonly unreadFrom: number | null
}

/** A name, a number or an address of another customer. */
export interface ForeignPart {
  readonly found: string
  readonly customerName: string
  readonly customerNumber: number
}

export interface OutboxItem {
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly body:
    | { readonly kind: 'text'; readonly text: string; readonly quote?: Quote }
    | {
        readonly kind: 'image' | 'file'
        readonly name: string
        readonly bytes: number
        /** Only of a recorded voice: how long it is. */
        readonly seconds?: number | undefined
        /** The picture itself, to show before it is uploaded; null for files. */
        readonly preview: Blob | null
        /** Share that is uploaded, or, while it is `storing`, on this device's disk: 0…1. */
        readonly progress: number
        /** It was with the server before; null: its bytes are here. */
        readonly stored: QuickReplyFile | null
      }
  readonly state: 'storing' | 'queued' | 'sending' | 'paused' | 'failed'
  /** Code of the refusal of a failed one. */
  readonly reason: string | null
  /** It can be taken back until then, by the server's clock; null: it goes as soon as it can. */
  readonly heldUntil: number | null
  readonly createdAt: number
}
