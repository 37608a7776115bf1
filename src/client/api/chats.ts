import type { AgentId, Chat, ConversationId, ListEntry } from '../../protocol/model/index.ts'
import type { ConversationView } from './conversations.ts'

/** What colleagues say among themselves. */
export interface ChatQueries {
  'chat.get': { args: { conversationId: ConversationId }; result: ChatView | null }
  /** Those one is in, the latest first. */
  'chats.list': { args: Record<string, never>; result: readonly ChatView[] }
}

/** What is open: a conversation with a customer, or colleagues among themselves; only the former has a `customer`. */
export type OpenView = ConversationView | ChatView

/** A chat, shaped so that what is the same in all threads is found under the same names as of a conversation. */
export interface ChatView {
  readonly conversation: Chat & { readonly lastSeq: number }
  /** One was removed from it, and sees it as it was then. */
  readonly left: boolean
  /** There is no session among colleagues. */
  readonly session: null
  readonly entry: ListEntry | null
  /** Who is writing now. */
  readonly typing: readonly AgentId[]
}
