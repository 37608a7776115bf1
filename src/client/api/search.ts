import type {
  Agent,
  AgentId,
  ConversationId,
  Customer,
  CustomerId,
  Message,
  MessageFilter,
  QuickReply,
} from '../../protocol/model/index.ts'

/** What can be found. */
export interface SearchQueries {
  /** Everything cached that matches; instantly, and the same without network (R-17-043). */
  'search.local': { args: SearchArgs; result: SearchResult }
  /** What the server finds beyond; empty when offline. */
  'search.server': {
    args: SearchArgs
    result: { messages: readonly MessageHit[]; offline: boolean }
  }
}

export interface SearchArgs {
  readonly text: string
  readonly limit: number
  /** Of the messages; null or absent: all of them. */
  readonly filter?: MessageFilter | null
}

export interface MessageHit {
  readonly message: Message
  readonly customerName: string
  readonly customerNumber: number
  /** So many are in a chat that is called after its members, nobody in the file assistant; else null. */
  readonly unnamedMembers: number | null
}

/** A message found in everybody's records. */
export interface RecordHit extends MessageHit {
  /** Who received the customer last; null: nobody has. */
  readonly handlerId: AgentId | null
  /** It is in a conversation of one's own, and can be opened there. */
  readonly own: boolean
}

export interface RecordActions {
  /**
   * Searches what all agents have said with customers (R-03-164). Each time is written down on the server, and nothing of
   * the answer is kept here (R-17-049).
   */
  'records.search': {
    args: SearchArgs
    result: { hits: readonly RecordHit[] }
    code: 'offline' | 'timeout' | 'forbidden' | 'unavailable' | 'internal'
  }
}

/** An ad-hoc chat found by its name or a member's. */
export interface FoundChat {
  readonly id: ConversationId
  readonly name: string
  readonly unnamedMembers: number | null
}

export interface SearchResult {
  readonly customers: readonly Customer[]
  /** What the agent calls those of them whom they call otherwise. */
  readonly remarkByCustomer: Readonly<Record<string, string>>
  /** Those of them who are friends of the agent or of the main account. */
  readonly friends: readonly CustomerId[]
  /** Conversation to open for each customer found. */
  readonly conversationByCustomer: Readonly<Record<string, ConversationId>>
  readonly agents: readonly Agent[]
  readonly chats: readonly FoundChat[]
  readonly quickReplies: readonly QuickReply[]
  readonly messages: readonly MessageHit[]
  /** Share of the messages that is indexed, 0…1 (R-17-048). */
  readonly indexed: number
}
