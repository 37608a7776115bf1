import type { QueryArgs, QueryName, QueryResult } from '../api.ts'
import type { SearchIndex } from '../store/search.ts'
import type { Topic } from '../store/topics.ts'
import type { ClientView } from '../view.ts'

/** What queries read from. */
export interface QueryContext extends ClientView {
  readonly search: SearchIndex
}

/** The last answer, and all topics that were named since it was read. */
export interface Known<N extends QueryName> {
  readonly answer: QueryResult<N>
  readonly changed: ReadonlySet<Topic>
}

export interface QueryDefinition<N extends QueryName> {
  /** What the answer depends on: it is read again after one of them changed. */
  readonly topics: (args: QueryArgs<N>) => readonly Topic[]
  readonly read: (context: QueryContext, args: QueryArgs<N>) => QueryResult<N> | Promise<QueryResult<N>>
  /** Brings the last answer of a live question up to date, for less than reading all of it; null: it cannot be told from that. */
  readonly update?: (context: QueryContext, args: QueryArgs<N>, known: Known<N>) => QueryResult<N> | null
  /** Least time between two readings of a live answer; a frame unless said. */
  readonly everyMs?: number
}

/** Lists that cost some milliseconds: reading them in each frame would leave no time for anything else. */
export const LIST_MS = 80
/** Answers that cost the server something. */
export const ASK_MS = 1000
