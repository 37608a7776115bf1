import { closedNow } from '../../../domain/routing/measures.ts'
import type { SessionId, SessionTarget } from '../../../protocol/model/index.ts'
import { targetIdOf } from '../../db/sessionRows.ts'
import { findSession } from '../../db/sessions.ts'
import { countPending } from '../../db/waitingSessions.ts'
import type { Work } from '../../engine/work.ts'
import { assignSession } from '../reception/assignSession.ts'
import { changeSession } from '../reception/changeSession.ts'
import { chooseFor } from '../reception/decideReceiver.ts'
import { POOL_LIMIT } from '../reception/overflow.ts'
import { receiversFor } from '../reception/receiversFor.ts'
import type { Thread } from '../reception/thread.ts'
import { isTarget } from '../sessions/transferTarget.ts'

/**
 * Whoever waits and asks for somebody else waits for them from now on, and keeps the time they have waited. Where those are
 * closed or too many wait for them already they go on waiting where they are: a wish must not make anything worse.
 */
export const moveToWished = async (
  work: Work,
  thread: Thread,
  sessionId: SessionId,
  target: SessionTarget,
): Promise<void> => {
  const { tx, organizationId, now } = work
  const stored = await findSession(tx, organizationId, sessionId)
  if (
    !stored ||
    stored.session.leftMessage ||
    stored.session.face ||
    targetIdOf(stored.session.target) === targetIdOf(target)
  )
    return
  // Whoever blocked them is not reached this way either (R-02-300).
  const receivers = await receiversFor(work, stored.session.customerId)
  if (!(await isTarget(receivers, target))) return
  const { organization, groups } = await work.directory()
  if (target.kind === 'group' && closedNow(organization, groups.get(target.groupId), now)) return
  const why = { step: 'retargeted' } as const
  const choice = await chooseFor(work, target)
  if (choice) {
    const agentId = choice.agentId
    await assignSession(work, thread, stored, { agentId, why: { ...choice.why, ...why } }, 'retargeted')
  } else if ((await countPending(tx, organizationId, target)) < POOL_LIMIT) {
    await changeSession(work, stored, { kind: 'queue', target, why }, 'retargeted')
  }
}
