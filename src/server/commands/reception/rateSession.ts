import { ok, refuse, type Result } from '../../../base/result.ts'
import { fitsCard, isSameAnswer } from '../../../domain/surveys/answers.ts'
import type { Answers, Rating } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import type { StoredSession } from '../../db/sessions.ts'
import { cardOf, saveRating } from '../../db/surveys.ts'
import type { Work } from '../../engine/work.ts'
import { appendLine, carryReader, type Thread } from './thread.ts'

/** Keeps what the customer answered, in the chat or on a page of its own: once, and only while the survey is valid. */
export const rateSession = async (
  work: Work,
  stored: StoredSession,
  answers: Answers,
): Promise<Result<Rating, 'not-found' | 'survey-expired' | 'invalid'>> => {
  const { tx, organizationId, now } = work
  const { survey, conversationId, id } = stored.session
  if (!survey) return refuse('not-found')
  const before = survey.rating
  // What was lost on the way is answered again, also when the time has run out meanwhile.
  if (before && isSameAnswer(before, answers)) return ok(before)
  if (now > survey.expiresAt) return refuse('survey-expired')
  const card = await cardOf(tx, organizationId, id)
  const conversation = await findConversation(tx, organizationId, conversationId)
  if (!card || !conversation) return refuse('not-found')
  if (!fitsCard(answers, card)) return refuse('invalid')

  const rating = { ...answers, at: now }
  const session = { ...stored.session, survey: { ...survey, rating } }
  await saveRating(tx, organizationId, id, rating)
  work.publish(`thread:${conversationId}`, 'session.rated', { session })
  const thread: Thread = { id: conversationId, lastSeq: conversation.last_seq }
  await appendLine(work, thread, id, 'session-rated', before ? { changed: 'yes' } : {}, { rating })
  if (session.handlerId) await carryReader(work, session.handlerId, thread, conversation.last_seq)
  return ok(rating)
}
