import { assertNever } from '../../../base/assertNever.ts'
import { ok } from '../../../base/result.ts'
import { idleEndAt } from '../../../domain/sessions/idleEnd.ts'
import type { AgentId, SessionId } from '../../../protocol/model/index.ts'
import { markOffline, presenceOf } from '../../db/agentPresence.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession, openSessionsOf } from '../../db/sessions.ts'
import { claimTimer } from '../../db/timers.ts'
import type { Work } from '../../engine/work.ts'
import type { InternalHandler } from '../handler.ts'
import { idleEndMs } from '../reception/changeSession.ts'
import { endSession } from '../reception/endSession.ts'
import { signalPresence } from '../reception/presence.ts'
import { moveUnanswered } from './moveUnanswered.ts'
import { requeueSession } from './requeueSession.ts'

/** An agent who stays away this long loses the sessions in which a customer waits for an answer (R-02-165). */
const AWAY_MS = 10 * 60_000

/** Does what is due, once: the row is taken in the same transaction as the effect. */
export const fireTimer: InternalHandler<'timer.fire'> = async (work, { kind, subject }) => {
  if (!(await claimTimer(work.tx, work.organizationId, kind, subject, work.now))) return ok({})
  switch (kind) {
    case 'agent-offline':
      await goOffline(work, subject as AgentId)
      break
    case 'agent-away':
      await giveUpUnanswered(work, subject as AgentId)
      break
    case 'session-idle':
      await endIfQuiet(work, subject as SessionId)
      break
    case 'session-requeue':
      await requeueSession(work, subject as SessionId)
      break
    case 'session-unanswered':
      await moveUnanswered(work, subject as SessionId)
      break
    default:
      assertNever(kind)
  }
  return ok({})
}

const goOffline = async (work: Work, agentId: AgentId): Promise<void> => {
  if (!(await markOffline(work.tx, work.organizationId, agentId))) return
  await signalPresence(work, agentId)
  await work.timer('agent-away', agentId, work.now + AWAY_MS)
}

const giveUpUnanswered = async (work: Work, agentId: AgentId): Promise<void> => {
  const { tx, organizationId } = work
  if ((await presenceOf(tx, organizationId, agentId))?.online !== 0) return
  for (const { session } of await openSessionsOf(tx, organizationId, agentId)) {
    const conversation = await findConversation(tx, organizationId, session.conversationId)
    const asked = conversation?.last_customer_at ?? session.requestedAt
    const unanswered = session.state === 'assigned' || asked > (conversation?.last_agent_at ?? 0)
    if (unanswered) await requeueSession(work, session.id)
  }
}

const endIfQuiet = async (work: Work, sessionId: SessionId): Promise<void> => {
  const { tx, organizationId } = work
  const stored = await findSession(tx, organizationId, sessionId)
  if (!stored) return
  const conversation = await findConversation(tx, organizationId, stored.session.conversationId)
  if (!conversation) return
  const idleMs = await idleEndMs(work)
  const words = { agentAt: conversation.last_agent_at, customerAt: conversation.last_customer_at }
  const endAt = idleEndAt(stored.session, words, idleMs)
  if (endAt === null) return
  if (endAt > work.now) {
    await work.timer('session-idle', sessionId, Math.min(endAt, work.now + idleMs))
    return
  }
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  await endSession(work, thread, stored, 'timeout')
}
