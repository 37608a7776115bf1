import { ok, refuse } from '../../../base/result.ts'
import { findConversation, saveReceipt } from '../../db/conversations.ts'
import type { Handler } from '../handler.ts'

/** Neither number goes back, and nothing can be read that was not delivered or not written. */
export const acknowledgeAsCustomer: Handler<'customer.acknowledge'> = async (
  work,
  { conversationId },
  args,
) => {
  const conversation = await findConversation(work.tx, work.organizationId, conversationId)
  if (!conversation) return refuse('not-found')
  const readSeq = Math.max(conversation.read_seq, Math.min(args.readSeq, conversation.last_seq))
  const deliveredSeq = Math.max(
    conversation.delivered_seq,
    readSeq,
    Math.min(args.deliveredSeq, conversation.last_seq),
  )
  if (readSeq > conversation.read_seq || deliveredSeq > conversation.delivered_seq) {
    await saveReceipt(work.tx, work.organizationId, conversationId, { deliveredSeq, readSeq })
    work.publish(`thread:${conversationId}`, 'receipt.advanced', { conversationId, deliveredSeq, readSeq })
  }
  return ok({})
}
