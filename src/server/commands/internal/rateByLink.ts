import { ok } from '../../../base/result.ts'
import { findSession } from '../../db/sessions.ts'
import type { InternalHandler } from '../handler.ts'
import { rateSession } from '../reception/rateSession.ts'

/** Who holds the link has been found already; the rules are those of the card in the chat (R-18-049, R-18-050). */
export const rateByLink: InternalHandler<'session.rate'> = async (work, { sessionId, answers }) => {
  const stored = await findSession(work.tx, work.organizationId, sessionId)
  const rated = stored && (await rateSession(work, stored, answers))
  if (rated?.ok) return ok({ taken: 'yes' })
  return ok({ taken: rated?.code === 'survey-expired' ? 'expired' : 'invalid' })
}
