/**
 * All that a user interface may know of the client core.
 *
 * `run` changes something, `query` asks once, `subscribe` asks and goes on answering. Whether the core lives in a
 * worker, a utility process or the same thread is the host's business. Nothing here speaks a human language: refusals
 * are codes with figures.
 */
import type { Result } from '../base/result.ts'
import type { ActionArgs, ActionCode, ActionName, ActionResult } from './api/actions.ts'
import type { QueryArgs, QueryName, QueryResult } from './api/queries.ts'

export type * from './api/account.ts'
export type * from './api/actions.ts'
export type * from './api/chats.ts'
export type * from './api/conversations.ts'
export type * from './api/customers.ts'
export type * from './api/diagnostics.ts'
export type * from './api/drafts.ts'
export type * from './api/hostMessages.ts'
export type * from './api/organization.ts'
export type * from './api/pool.ts'
export type * from './api/queries.ts'
export type * from './api/queued.ts'
export type * from './api/quickReplies.ts'
export type * from './api/records.ts'
export type * from './api/savedMessages.ts'
export type * from './api/search.ts'
export type * from './api/settings.ts'
export type * from './api/storage.ts'
export type * from './api/todos.ts'
export type * from './api/visitors.ts'

export interface ClientApi {
  run<N extends ActionName>(name: N, args: ActionArgs<N>): Promise<Result<ActionResult<N>, ActionCode<N>>>
  query<N extends QueryName>(name: N, args: QueryArgs<N>): Promise<QueryResult<N>>
  /** Calls `listener` with the first answer and again with each later one; the function returned ends it. */
  subscribe<N extends QueryName>(
    name: N,
    args: QueryArgs<N>,
    listener: (result: QueryResult<N>) => void,
  ): () => void
}
