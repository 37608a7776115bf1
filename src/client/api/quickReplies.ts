import type { QuickReply, QuickReplyUse } from '../../protocol/model/index.ts'

/** A reply of either library, and how often the agent has used it. */
export interface QuickReplyView extends QuickReply {
  readonly uses: number
  /** Null: never. */
  readonly lastUsedAt: number | null
}

export interface QuickReplyQueries {
  /** Own ones first, each library by group and position. */
  'quick-replies.list': { args: Record<string, never>; result: readonly QuickReplyView[] }
  /** How often everybody together uses the company's replies; asks the server. Null: it cannot be told. */
  'quick-replies.usage': { args: Record<string, never>; result: readonly QuickReplyUse[] | null }
}
