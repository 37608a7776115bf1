import type { Face } from '../../../protocol/model/index.ts'
import type { ConversationRow } from '../../db/conversations.ts'
import { saveFriendSince } from '../../db/faces.ts'
import type { Identity } from '../../db/identities.ts'
import type { Work } from '../../engine/work.ts'
import { conversationOf } from '../faces/conversationOf.ts'
import { giveThread } from '../reception/assignSession.ts'
import { appendLine, type Thread } from '../reception/thread.ts'
import { nameOfAgent } from '../sessions/transferTarget.ts'

/**
 * Makes the identity a friend of the face; it was one already: nothing happens. An agent's friends appear in the agent's
 * list by themselves, those of the main account in nobody's (R-02-294).
 */
export const makeFriends = async (work: Work, identity: Identity, face: Face): Promise<void> => {
  const { tx, organizationId, now } = work
  const conversation = await conversationOf(work, identity, face)
  if (conversation.friend_since !== null) return
  await saveFriendSince(tx, organizationId, conversation.id, now)
  publishPath(work, { ...conversation, friend_since: now })
  const thread: Thread = { id: conversation.id, lastSeq: conversation.last_seq }
  if (face.kind === 'agent') await giveThread(work, thread, face.agentId, thread.lastSeq + 1)
  await appendLine(work, thread, null, 'friends-now', {
    agentId: face.kind === 'agent' ? face.agentId : '',
    name: await nameOfAgent(work, face.kind === 'agent' ? face.agentId : null),
  })
}

/** Tells whoever follows the conversation how its customer can be reached now. */
export const publishPath = (work: Work, row: ConversationRow): void => {
  const { id, friend_since, last_customer_at, replies } = row
  work.publish(`thread:${id}`, 'path.changed', {
    conversationId: id,
    friendSince: friend_since,
    lastCustomerAt: last_customer_at,
    replies,
  })
}
