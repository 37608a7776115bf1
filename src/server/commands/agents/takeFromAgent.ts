import type { AgentId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { openSessionsOf, type StoredSession } from '../../db/sessions.ts'
import { pendingOf } from '../../db/waitingSessions.ts'
import type { Work } from '../../engine/work.ts'
import { POOL_LIMIT } from '../reception/overflow.ts'
import { routeSession } from '../reception/routeSession.ts'

/**
 * Gives away what an agent had who can no longer receive it: the running sessions that came through routing go back to it,
 * and whoever waits for the agent waits for the group (R-01-067, R-02-150). `which`: only these.
 */
export const takeFromAgent = async (
  work: Work,
  agentId: AgentId,
  which: (stored: StoredSession) => boolean = () => true,
): Promise<void> => {
  const { tx, organizationId } = work
  const handled = await openSessionsOf(tx, organizationId, agentId)
  const waiting = await pendingOf(tx, organizationId, { kind: 'agent', agentId }, POOL_LIMIT)
  for (const stored of [...handled, ...waiting].filter(which)) {
    // What an agent began by writing is theirs; it ends by hand or by time.
    if (stored.session.handlerId && stored.session.initiator !== 'customer') continue
    const conversation = await findConversation(tx, organizationId, stored.session.conversationId)
    if (!conversation) continue
    const thread = { id: conversation.id, lastSeq: conversation.last_seq }
    await routeSession(work, thread, stored, 'handler-away')
  }
}
