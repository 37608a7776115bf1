import { ok, refuse } from '../../../base/result.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import { pathOfRow } from '../faces/pathOfRow.ts'
import type { Handler } from '../handler.ts'
import { bothSpoke, isUnasked, sendSurvey } from '../reception/sendSurvey.ts'
import { carryReader, type Thread } from '../reception/thread.ts'

export const requestRating: Handler<'session.request-rating'> = async (work, { agentId }, { sessionId }) => {
  const stored = await findSession(work.tx, work.organizationId, sessionId)
  if (!stored) return refuse('not-found')
  const { session } = stored
  if (session.handlerId !== agentId) return refuse('not-your-session')
  if (session.state === 'ended') return refuse('session-ended')
  const { survey } = await work.directory()
  if (!survey?.on) return refuse('survey-off')
  if (!isUnasked(session)) return refuse('survey-sent')
  if (!(await bothSpoke(work, stored))) return refuse('one-sided')
  const conversation = await findConversation(work.tx, work.organizationId, session.conversationId)
  if (!conversation) return refuse('not-found')
  const thread: Thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const { open } = await pathOfRow(work, conversation)
  const asked = await sendSurvey(work, thread, stored, survey, open)
  await carryReader(work, agentId, thread, conversation.last_seq)
  return ok({ session: asked.session })
}
