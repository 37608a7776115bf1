import { ok, refuse } from '../../../base/result.ts'
import { findOffer } from '../../db/offers.ts'
import { findSession } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'
import { nameOfAgent } from '../sessions/transferTarget.ts'
import { dropOffer } from './makeOffer.ts'

export const cancelOffer: Handler<'session.cancel-offer'> = async (work, { agentId }, { offerId }) => {
  const offer = await findOffer(work.tx, work.organizationId, offerId)
  const stored = offer?.sessionId
    ? await findSession(work.tx, work.organizationId, offer.sessionId)
    : undefined
  if (!offer || !stored) return refuse('not-found')
  const { handlerId } = stored.session
  if (handlerId !== agentId && offer.fromAgentId !== agentId) {
    return refuse('not-your-session', { agentName: await nameOfAgent(work, handlerId) })
  }
  if (offer.state === 'cancelled') return ok({})
  return (await dropOffer(work, offerId, 'cancelled')) ? ok({}) : refuse('offer-over')
}
