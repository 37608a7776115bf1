import type { ServerQueryResult } from '../../protocol/queries/index.ts'

/** What supervisors see of the sessions of others. */
export interface MonitorQueries {
  /**
   * What colleagues for whom one answers are serving now; asks the server, another `round` anew. Null: it cannot be
   * told, or is not for this agent.
   */
  'sessions.running': { args: { round: number }; result: ServerQueryResult<'sessions.running'> | null }
}
