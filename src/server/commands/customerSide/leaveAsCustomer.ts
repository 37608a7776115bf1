import { ok } from '../../../base/result.ts'
import { findConversation } from '../../db/conversations.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'
import { endSession } from '../reception/endSession.ts'

export const leaveAsCustomer: Handler<'customer.leave'> = async (work, { conversationId }) => {
  const conversation = await findConversation(work.tx, work.organizationId, conversationId)
  const open = await openSessionOf(work.tx, work.organizationId, conversationId)
  if (conversation && open) {
    const thread = { id: conversationId, lastSeq: conversation.last_seq }
    const reason = open.session.state === 'pending' ? 'abandoned' : 'by-customer'
    const ended = await endSession(work, thread, open, reason)
    if (!ended.ok) throw new Error('an open session could not be ended by its customer')
  }
  return ok({})
}
