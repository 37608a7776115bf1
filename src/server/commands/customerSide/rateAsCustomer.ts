import { ok, refuse } from '../../../base/result.ts'
import { fitsCard, isSameAnswer } from '../../../domain/surveys/answers.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import { cardOf, saveRating } from '../../db/surveys.ts'
import type { Handler } from '../handler.ts'
import { appendLine, carryReader, type Thread } from '../reception/thread.ts'

export const rateAsCustomer: Handler<'customer.rate'> = async (work, { conversationId }, args) => {
  const { tx, organizationId, now } = work
  const stored = await findSession(tx, organizationId, args.sessionId)
  const survey = stored?.session.survey
  // A session of somebody else is as unknown as one that was never surveyed.
  if (!stored || !survey || stored.session.conversationId !== conversationId) return refuse('not-found')
  const before = survey.rating
  // What was lost on the way is answered again, also when the time has run out meanwhile.
  if (before && isSameAnswer(before, args.answers)) return ok({ rating: before })
  if (now > survey.expiresAt) return refuse('survey-expired')
  const card = await cardOf(tx, organizationId, args.sessionId)
  const conversation = await findConversation(tx, organizationId, conversationId)
  if (!card || !conversation) return refuse('not-found')
  if (!fitsCard(args.answers, card)) return refuse('invalid')

  const rating = { ...args.answers, at: now }
  const session = { ...stored.session, survey: { ...survey, rating } }
  await saveRating(tx, organizationId, session.id, rating)
  work.publish(`thread:${conversationId}`, 'session.rated', { session })
  const thread: Thread = { id: conversationId, lastSeq: conversation.last_seq }
  await appendLine(work, thread, session.id, 'session-rated', before ? { changed: 'yes' } : {}, { rating })
  if (session.handlerId) await carryReader(work, session.handlerId, thread, conversation.last_seq)
  return ok({ rating })
}
