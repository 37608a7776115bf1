import { ok } from '../../../base/result.ts'
import { findConversation } from '../../db/conversations.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'
import { handOverToPeople } from '../reception/handOverToPeople.ts'

/** The button "Talk to a person"; pressed again while that is under way it changes nothing (R-14-020). */
export const askForPerson: Handler<'customer.ask-person'> = async (work, { conversationId }) => {
  const conversation = await findConversation(work.tx, work.organizationId, conversationId)
  const open = await openSessionOf(work.tx, work.organizationId, conversationId)
  if (conversation && open?.session.bot) {
    await handOverToPeople(work, { id: conversationId, lastSeq: conversation.last_seq }, open)
  }
  return ok({})
}
