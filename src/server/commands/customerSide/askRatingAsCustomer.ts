import { ok, refuse } from '../../../base/result.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'
import { bothSpoke, isUnasked, sendSurvey } from '../reception/sendSurvey.ts'
import { carryReader, type Thread } from '../reception/thread.ts'

export const askRatingAsCustomer: Handler<'customer.ask-rating'> = async (work, { conversationId }) => {
  const { tx, organizationId } = work
  const conversation = await findConversation(tx, organizationId, conversationId)
  const stored = conversation?.session_id && (await findSession(tx, organizationId, conversation.session_id))
  if (!conversation || !stored) return refuse('one-sided')
  const { survey } = await work.directory()
  if (!survey?.on) return refuse('survey-off')
  // The card is in the thread already.
  if (!isUnasked(stored.session)) return ok({})
  if (!(await bothSpoke(work, stored))) return refuse('one-sided')
  const thread: Thread = { id: conversationId, lastSeq: conversation.last_seq }
  // Who asks is there.
  await sendSurvey(work, thread, stored, survey, true)
  const { handlerId } = stored.session
  if (handlerId) await carryReader(work, handlerId, thread, conversation.last_seq)
  return ok({})
}
