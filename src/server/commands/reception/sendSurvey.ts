import { mayTextAlone } from '../../../domain/paths/replies.ts'
import { canShowCard } from '../../../domain/surveys/canShowCard.ts'
import type { Session, SessionId, Survey } from '../../../protocol/model/index.ts'
import { newToken } from '../../auth/tokens.ts'
import { findConversation } from '../../db/conversations.ts'
import { customerWords } from '../../db/messages.ts'
import type { StoredSession } from '../../db/sessions.ts'
import { saveAsked, saveSurveyToken, surveyTokenOf } from '../../db/surveys.ts'
import type { Work } from '../../engine/work.ts'
import { pathOfRow } from '../faces/pathOfRow.ts'
import { appendLine, type Thread } from './thread.ts'

const HOUR_MS = 3_600_000

/**
 * Puts the card into the thread, or its address where no card can be shown; it stays as it is now, whatever the settings
 * become. Whoever cannot be reached any more is sent nothing, and the session says so (R-02-267).
 */
export const sendSurvey = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  { card, validHours }: Survey,
  reachable: boolean,
): Promise<StoredSession> => {
  const askedAt = work.now
  const expiresAt = askedAt + validHours * HOUR_MS
  const asked = { askedAt, expiresAt, ...(!reachable && { undelivered: true }) }
  const session = { ...stored.session, survey: { ...asked, rating: null } }
  await saveAsked(work.tx, work.organizationId, session.id, { card, ...asked })
  work.publish(`thread:${thread.id}`, 'survey.sent', { session })
  if (!reachable) return { ...stored, session }
  if (canShowCard(session.channel))
    await appendLine(work, thread, session.id, 'survey-sent', {}, { survey: { card, expiresAt } })
  else await appendLine(work, thread, session.id, 'survey-sent', { link: await surveyPath(work, session.id) })
  return { ...stored, session }
}

/** The address of the page on which the survey of a session is answered; the same each time it is asked for. */
export const surveyPath = async (
  { tx, organizationId }: Pick<Work, 'tx' | 'organizationId'>,
  sessionId: SessionId,
): Promise<string> => {
  const known = await surveyTokenOf(tx, organizationId, sessionId)
  const token = known ?? newToken()
  if (!known) await saveSurveyToken(tx, organizationId, sessionId, token)
  return `/rate/${token}`
}

/** Nothing was sent yet, so the customer can still be asked. */
export const isUnasked = ({ survey }: Session): boolean => survey === undefined || survey.undelivered === true

/** Nobody is asked about a session in which only one side spoke (R-02-262). */
export const bothSpoke = async (work: Work, { session, firstSeq }: StoredSession): Promise<boolean> => {
  if (session.firstReplyAt === null) return false
  const words = await customerWords(work.tx, work.organizationId, session.conversationId, firstSeq)
  return words.count > 0
}

/** Asks the customer of a session that has just ended, where the company wants that to happen by itself or its agent does. */
export const surveyAtEnd = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  wanted: boolean,
): Promise<StoredSession> => {
  const { survey } = await work.directory()
  if (!survey?.on || (survey.sending !== 'automatic' && !wanted) || stored.session.survey) return stored
  if (!(await bothSpoke(work, stored))) return stored
  const conversation = await findConversation(work.tx, work.organizationId, thread.id)
  if (!conversation) throw new Error('a session has a conversation')
  return sendSurvey(work, thread, stored, survey, mayTextAlone(await pathOfRow(work, conversation)))
}
