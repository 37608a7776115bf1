import { assertNever } from '../../../base/assertNever.ts'
import { ok } from '../../../base/result.ts'
import type { AgentId, CustomerId, InvitationId, OfferId, SessionId } from '../../../protocol/model/index.ts'
import { markOffline, presenceOf } from '../../db/agentPresence.ts'
import { findConversation } from '../../db/conversations.ts'
import { openSessionsOf } from '../../db/sessions.ts'
import { claimTimer } from '../../db/timers.ts'
import type { Work } from '../../engine/work.ts'
import { endBlock } from '../customers/blockCustomer.ts'
import { dropOffer } from '../faces/makeOffer.ts'
import type { InternalHandler } from '../handler.ts'
import { signalPresence } from '../reception/presence.ts'
import { routeOn } from '../reception/routeArrival.ts'
import { ignoreInvitation } from './answerInvitation.ts'
import { endIfQuiet } from './endIfQuiet.ts'
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
    case 'router-silent':
      await routeOn(work, subject as SessionId, null)
      break
    case 'offer-end':
      await dropOffer(work, subject as OfferId, 'expired')
      break
    case 'session-unanswered':
      await moveUnanswered(work, subject as SessionId)
      break
    case 'block-end':
      await endBlock(work, subject as CustomerId)
      break
    case 'invitation-ignored':
      await ignoreInvitation(work, subject as InvitationId)
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
