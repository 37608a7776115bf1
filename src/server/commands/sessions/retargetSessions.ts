import { ok, refuse } from '../../../base/result.ts'
import { targetIdOf } from '../../db/sessionRows.ts'
import { findSession, type StoredSession } from '../../db/sessions.ts'
import { countPending } from '../../db/waitingSessions.ts'
import type { Handler } from '../handler.ts'
import { changeSession } from '../reception/changeSession.ts'
import { giveOut } from '../reception/giveOut.ts'
import { POOL_LIMIT } from '../reception/overflow.ts'
import { receiversFor, standIn } from '../reception/receiversFor.ts'
import { isTarget } from './transferTarget.ts'

export const retargetSessions: Handler<'session.retarget'> = async (work, _principal, { sessionIds, to }) => {
  const { tx, organizationId } = work
  if (!(await isTarget(work, to))) return refuse('not-found')
  const ids = [...new Set(sessionIds)]
  const found: StoredSession[] = []
  for (const id of ids) {
    const stored = await findSession(tx, organizationId, id)
    // Who waits for the one agent they chose is given to nobody else.
    if (stored?.session.state === 'pending' && !stored.session.face) found.push(stored)
  }
  const others = found.filter(({ session }) => targetIdOf(session.target) !== targetIdOf(to))
  if (others.length > 0 && (await countPending(tx, organizationId, to)) + others.length > POOL_LIMIT) {
    return refuse('pool-full')
  }
  for (const stored of others) {
    // Nobody waits for an agent who blocked them (R-02-300).
    const target = await standIn(await receiversFor(work, stored.session.customerId), to)
    await changeSession(work, stored, { kind: 'queue', target, why: { step: 'retargeted' } }, 'retargeted')
  }
  await giveOut(work, to)
  let assigned = 0
  for (const { session } of found) {
    const now = await findSession(tx, organizationId, session.id)
    if (now?.session.handlerId) assigned += 1
  }
  return ok({ waiting: found.length - assigned, assigned, gone: ids.length - found.length })
}
