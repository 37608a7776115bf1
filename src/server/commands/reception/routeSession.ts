import { overflowOf } from '../../../domain/routing/measures.ts'
import type { Session, Why } from '../../../protocol/model/index.ts'
import { ownerOf } from '../../db/customers.ts'
import { lastHandlerFor } from '../../db/sessionHistory.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { receiveByFace } from '../faces/receiveByFace.ts'
import { assignSession } from './assignSession.ts'
import { changeSession, type Cause } from './changeSession.ts'
import { decideReceiver } from './decideReceiver.ts'
import { ledBy } from './ledBy.ts'
import { chooseInNeed, overflow } from './overflow.ts'
import { receiversFor, standIn } from './receiversFor.ts'
import type { Seeker } from './routingReads.ts'
import { appendLine, type Thread } from './thread.ts'

/**
 * Finds who receives the session, from step 5 of chapter 02 section 8 on: its customer's owner, whoever served them
 * lately, the policy among the receivable members of its group, or its one agent. Where nobody can, or the group is
 * closed, overflow decides. Rules and bots come before that (`routeArrival`).
 */
export const routeSession = async (
  anyWork: Work,
  thread: Thread,
  routed: StoredSession,
  cause: Cause,
): Promise<void> => {
  if (routed.session.face) return receiveByFace(anyWork, thread, routed, cause)
  const work = await receiversFor(anyWork, routed.session.customerId)
  const stored = await meantForReceiver(work, routed)
  const { session } = stored
  const { organization } = await work.directory()
  // Whoever comes from a bot has not met a person yet.
  const isNew = session.state === 'requested' || session.bot !== undefined
  // What runs or waits already goes on after closing time (R-02-182).
  const { choice, closed } = await decideReceiver(work, seekerOf(work, session), { hours: isNew })
  if (choice) {
    const why: Why = isNew ? { ...choice.why, ...ledBy(session) } : choice.why
    await assignSession(work, thread, stored, { agentId: choice.agentId, why }, cause)
    return
  }
  if (session.state === 'pending') return
  const measures = closed?.plan ?? overflowOf(organization.reception, session.channel)
  if (isNew) {
    const why = closed ? 'closed' : 'nobody'
    await overflow(work, thread, stored, { cause: why, opensAt: closed?.opensAt ?? null, measures })
    return
  }
  const other = await chooseInNeed(work, { target: session.target, lot: session.id }, measures)
  if (other) {
    await assignSession(work, thread, stored, other, cause)
    return
  }
  const event = { kind: 'queue', target: session.target, why: { step: 'requeued' } } as const
  await changeSession(work, stored, event, cause)
  await appendLine(work, thread, session.id, 'session-queued')
}

const meantForReceiver = async (work: Work, stored: StoredSession): Promise<StoredSession> => {
  const { session } = stored
  const target = await standIn(work, session.target)
  if (target === session.target) return stored
  if (session.state !== 'pending') return { ...stored, session: { ...session, target } }
  // Those who see the pool must learn that it waits elsewhere.
  const moved = await changeSession(
    work,
    stored,
    { kind: 'queue', target, why: { step: 'requeued' } },
    'retargeted',
  )
  if (!moved.ok) throw new Error('a waiting session could not be given another target')
  return moved.value
}

const seekerOf = (work: Work, { target, customerId, conversationId }: Session): Seeker => ({
  target,
  ownerId: async () => ownerOf(work.tx, work.organizationId, customerId),
  lastHandlerId: async (since) => lastHandlerFor(work.tx, work.organizationId, conversationId, target, since),
})
