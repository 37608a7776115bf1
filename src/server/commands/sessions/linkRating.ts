import { ok, refuse } from '../../../base/result.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import { pathOfRow } from '../faces/pathOfRow.ts'
import type { Handler } from '../handler.ts'
import { bothSpoke, sendSurvey, surveyPath } from '../reception/sendSurvey.ts'
import { carryReader, type Thread } from '../reception/thread.ts'

export const linkRating: Handler<'session.link-rating'> = async (work, { agentId }, { sessionId }) => {
  const { tx, organizationId } = work
  const stored = await findSession(tx, organizationId, sessionId)
  if (!stored) return refuse('not-found')
  if (stored.session.handlerId !== agentId) return refuse('not-your-session')
  let { session } = stored
  if (!session.survey) {
    const { survey } = await work.directory()
    if (!survey?.on) return refuse('survey-off')
    if (!(await bothSpoke(work, stored))) return refuse('one-sided')
    const conversation = await findConversation(tx, organizationId, session.conversationId)
    if (!conversation) return refuse('not-found')
    const thread: Thread = { id: conversation.id, lastSeq: conversation.last_seq }
    const { open } = await pathOfRow(work, conversation)
    session = (await sendSurvey(work, thread, stored, survey, open)).session
    await carryReader(work, agentId, thread, conversation.last_seq)
  }
  return ok({ session, path: await surveyPath(work, sessionId) })
}
