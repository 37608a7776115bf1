import type { ConversationRow } from '../../db/conversations.ts'
import { unansweredRequests } from '../../db/sessionHistory.ts'
import type { Work } from '../../engine/work.ts'

const HOUR_MS = 3_600_000

/**
 * How long a customer has to wait before they may ask for another session: who asks again and again while nobody answers
 * would fill the pool (R-02-304). 0: they may. Of somebody who comes for the first time nothing is read.
 */
export const waitForRequest = async (
  { tx, organizationId, now, mostRequests }: Work,
  { id, session_id }: Pick<ConversationRow, 'id' | 'session_id'>,
): Promise<number> => {
  if (session_id === null || mostRequests === Infinity) return 0
  const asked = await unansweredRequests(tx, organizationId, id, now - HOUR_MS, mostRequests)
  const oldest = asked[mostRequests - 1]
  return oldest === undefined ? 0 : oldest + HOUR_MS - now
}
