import type { ConversationId, VisitFacts, VisitorRow } from '../../protocol/model/index.ts'

/** Who is on the pages. */
export interface VisitorQueries {
  /** Where the customer is, or was last in this visit; asks the server now and then. Null: not known. */
  'visitor.of': { args: { conversationId: ConversationId }; result: VisitFacts | null }
  /** Who is on the pages now; asks the server every second while somebody looks. Null: it cannot be told. */
  'visitors.list': { args: Record<string, never>; result: VisitorsView | null }
  /** Asks the server every few seconds while somebody looks. Null: it cannot be told. */
  'visitors.count': { args: Record<string, never>; result: { count: number } | null }
}

/** Newest first; `count` also counts those who are not among the rows. */
export interface VisitorsView {
  readonly count: number
  readonly rows: readonly VisitorRow[]
}
