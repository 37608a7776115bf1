import { ok, refuse } from '../../../base/result.ts'
import { findConversation, type ConversationRow } from '../../db/conversations.ts'
import { saveFriendSince } from '../../db/faces.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { blockForAgent } from '../blockEntries/blockEntry.ts'
import { dropContact } from '../contacts/keepContact.ts'
import { blockForCompany } from '../customers/blockCustomer.ts'
import type { Handler } from '../handler.ts'
import { endSession } from '../reception/endSession.ts'
import { appendLine, type Thread } from '../reception/thread.ts'
import { publishPath } from './makeFriends.ts'

export const endFriendship: Handler<'friendship.end'> = async (
  work,
  { agentId },
  { conversationId, block },
) => {
  const { tx, organizationId } = work
  const conversation = await findConversation(tx, organizationId, conversationId)
  const may = (await work.directory()).agents.get(agentId)?.permissions
  if (!conversation || !may) return refuse('not-found')
  const { face_agent_id: faceId, customer_id: customerId } = conversation
  const isOwn = faceId === agentId && may.has('friend.delete')
  const isCompanys =
    faceId === null && may.has('main-account.friends') && (!block || may.has('block.company'))
  if (!isOwn && !isCompanys) return refuse('forbidden')
  if (conversation.friend_since === null) return refuse('no-friends')
  await partFriends(work, conversation)
  if (block && faceId !== null) await blockForAgent(work, agentId, customerId)
  else if (block) await blockForCompany(work, agentId, { customerId, reason: '', hours: null })
  return ok({})
}

/** The friendship is over; what an agent and the customer were talking about as friends ends with it (R-02-156). */
export const partFriends = async (work: Work, conversation: ConversationRow): Promise<void> => {
  const { tx, organizationId } = work
  await saveFriendSince(tx, organizationId, conversation.id, null)
  publishPath(work, { ...conversation, friend_since: null })
  if (conversation.face_agent_id)
    await dropContact(work, conversation.face_agent_id, 'friends', conversation.customer_id)
  const thread: Thread = { id: conversation.id, lastSeq: conversation.last_seq }
  await appendLine(work, thread, null, 'friends-no-more')
  const open = conversation.face_agent_id
    ? await openSessionOf(tx, organizationId, conversation.id)
    : undefined
  if (open) await endSession(work, thread, open, 'friendship-deleted')
}
