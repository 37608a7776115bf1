import type { QueryArgs, QueryName, QueryResult } from '../api.ts'
import type { SearchIndex } from '../store/search.ts'
import type { Topic } from '../store/topics.ts'
import type { ClientView } from '../view.ts'

/** What queries read from. */
export interface QueryContext extends ClientView {
  readonly search: SearchIndex
}

export interface QueryDefinition<N extends QueryName> {
  /** What the answer depends on: it is read again after one of them changed. */
  readonly topics: (args: QueryArgs<N>) => readonly Topic[]
  readonly read: (context: QueryContext, args: QueryArgs<N>) => QueryResult<N> | Promise<QueryResult<N>>
  /** Least time between two readings of a live answer; a frame unless said. */
  readonly everyMs?: number
}

/** Lists that cost some milliseconds: reading them in each frame would leave no time for anything else. */
export const LIST_MS = 80
/** Answers that cost the server something. */
export const ASK_MS = 1000
