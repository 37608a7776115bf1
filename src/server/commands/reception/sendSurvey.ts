import type { Survey } from '../../../protocol/model/index.ts'
import { customerWords } from '../../db/messages.ts'
import type { StoredSession } from '../../db/sessions.ts'
import { saveAsked } from '../../db/surveys.ts'
import type { Work } from '../../engine/work.ts'
import { appendLine, type Thread } from './thread.ts'

const HOUR_MS = 3_600_000

/** Puts the card into the thread; it stays as it is now, whatever the settings become. */
export const sendSurvey = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  { card, validHours }: Survey,
): Promise<StoredSession> => {
  const askedAt = work.now
  const expiresAt = askedAt + validHours * HOUR_MS
  const session = { ...stored.session, survey: { askedAt, expiresAt, rating: null } }
  await saveAsked(work.tx, work.organizationId, session.id, { card, askedAt, expiresAt })
  work.publish(`thread:${thread.id}`, 'survey.sent', { session })
  await appendLine(work, thread, session.id, 'survey-sent', {}, { survey: { card, expiresAt } })
  return { ...stored, session }
}

/** Nobody is asked about a session in which only one side spoke (R-02-262). */
export const bothSpoke = async (work: Work, { session, firstSeq }: StoredSession): Promise<boolean> => {
  if (session.firstReplyAt === null) return false
  const words = await customerWords(work.tx, work.organizationId, session.conversationId, firstSeq)
  return words.count > 0
}

/** Asks the customer of a session that has just ended, where the company wants that to happen by itself. */
export const surveyAtEnd = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
): Promise<StoredSession> => {
  const { survey } = await work.directory()
  if (!survey?.on || survey.sending !== 'automatic' || stored.session.survey) return stored
  return (await bothSpoke(work, stored)) ? sendSurvey(work, thread, stored, survey) : stored
}
