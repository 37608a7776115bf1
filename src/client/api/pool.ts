import type { AgentId, GroupId, Message, PoolEntry, SessionId } from '../../protocol/model/index.ts'

/** The customers nobody has yet. */
export interface PoolQueries {
  /** The first `limit` of them, or all: a hundred thousand may wait. */
  'pool.list': {
    args: { filter: 'all' | 'mine'; sort: 'longest' | 'newest'; narrowed?: PoolFilter; limit?: number }
    result: PoolPage
  }
  /** Where those who wait came from, each once, in order. */
  'pool.sources': { args: Record<string, never>; result: readonly string[] }
  'pool.count': {
    args: Record<string, never>
    result: { waiting: number; oldestSince: number | null; newestSince: number | null }
  }
  /** Asks the server. */
  'pool.messages': { args: { sessionId: SessionId }; result: readonly Message[] }
}

/** What is looked for among the waiting customers; null: everything (R-02-115). */
export interface PoolFilter {
  /** Empty: those who came without any. */
  readonly source: string | null
  readonly groupId: GroupId | null
  /** `nobody`: those without an owner. */
  readonly ownerId: AgentId | 'nobody' | null
}

/** The beginning of the pool, in the order asked for. */
export interface PoolPage {
  readonly entries: readonly PoolEntry[]
  /** How many there are, these and those behind them. */
  readonly total: number
}
