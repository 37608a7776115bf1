import type { AgentId, EndReason, Session } from '../../protocol/model/index.ts'

/** After these the agent who had the session may go on with the customer; the others were somebody's decision against it. */
const REOPENS: ReadonlySet<EndReason> = new Set(['by-agent', 'by-customer', 'timeout'])

export type ReopenRefusal = 'session-changed' | 'not-your-session' | 'not-reopenable'

/**
 * Whether the agent may open the session again, apart from the way to the customer (`startRefusal`); null: nothing speaks
 * against it. `ended` stays final (R-02-157): what begins is a new session.
 */
export const reopenRefusal = (
  { state, handlerId, endReason }: Pick<Session, 'state' | 'handlerId' | 'endReason'>,
  agentId: AgentId,
): ReopenRefusal | null => {
  if (state !== 'ended' || endReason === null) return 'session-changed'
  if (handlerId !== agentId) return 'not-your-session'
  return REOPENS.has(endReason) ? null : 'not-reopenable'
}
