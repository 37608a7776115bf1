import { ok, refuse } from '../../../base/result.ts'
import { findSession } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'
import { rateSession } from '../reception/rateSession.ts'

export const rateAsCustomer: Handler<'customer.rate'> = async (
  work,
  { conversationId },
  { sessionId, answers },
) => {
  const stored = await findSession(work.tx, work.organizationId, sessionId)
  // A session of somebody else is as unknown as one that was never surveyed.
  if (stored?.session.conversationId !== conversationId) return refuse('not-found')
  const rated = await rateSession(work, stored, answers)
  return rated.ok ? ok({ rating: rated.value }) : rated
}
