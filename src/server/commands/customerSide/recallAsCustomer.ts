import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { recall } from '../messages/recallMessage.ts'
import { publishPoolEntry } from '../reception/changeSession.ts'

/** The thread tells whose message it is: whoever became known meanwhile is another customer and the same person. */
export const recallAsCustomer: Handler<'customer.recall'> = async (
  work,
  { conversationId },
  { messageId },
) => {
  const result = await recall(
    work,
    messageId,
    (message) => message.sender.kind === 'customer' && message.conversationId === conversationId,
  )
  if (result.ok) await showInPool(work, conversationId)
  return result
}

/** Whoever looks at those who wait sees what was said last. */
const showInPool = async (
  work: Work,
  conversationId: Parameters<typeof findConversation>[2],
): Promise<void> => {
  const conversation = await findConversation(work.tx, work.organizationId, conversationId)
  const stored =
    conversation?.session_id && (await findSession(work.tx, work.organizationId, conversation.session_id))
  if (stored && stored.session.state === 'pending')
    await publishPoolEntry(work, stored.session, 'pool.changed')
}
