import { ok, refuse } from '../../../base/result.ts'
import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'
import { addChatMember, chatHeadOf, findDirectChat, insertChat } from '../../db/chats.ts'
import { lastSeqOf } from '../../db/conversations.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { giveChat, listChat, publishChat } from './chatThread.ts'

/** A colleague whose account is disabled can be written to: they read it when it is enabled again (R-03-068). */
export const openChat: Handler<'chat.open'> = async (work, { agentId }, { agentId: otherId }) => {
  const { agents } = await work.directory()
  if (otherId === agentId || !agents.has(otherId)) return refuse('not-found')
  const pair = [agentId, otherId].toSorted().join('|')
  const conversationId =
    (await findDirectChat(work.tx, work.organizationId, pair)) ??
    (await makeDirectChat(work, agentId, otherId, pair))
  const lastSeq = await lastSeqOf(work.tx, work.organizationId, conversationId)
  await listChat(work, conversationId, agentId, lastSeq ?? 0)
  return ok({ conversationId })
}

/** The colleague follows it from the beginning; it comes into their list with the first message. */
const makeDirectChat = async (
  work: Work,
  creatorId: AgentId,
  otherId: AgentId,
  pair: string,
): Promise<ConversationId> => {
  const { tx, organizationId, now } = work
  const id = work.ids.next() as ConversationId
  await insertChat(tx, organizationId, { id, kind: 'direct', name: null, creatorId, createdAt: now }, pair)
  for (const memberId of [creatorId, otherId]) await addChatMember(tx, organizationId, id, memberId, now)
  await giveChat(work, id, creatorId, 0)
  await work.follow(otherId, `thread:${id}`)
  await publishChat(work, id)
  return id
}

export const showChat: Handler<'chat.show'> = async (work, { agentId }, { conversationId }) => {
  const head = await chatHeadOf(work.tx, work.organizationId, conversationId, agentId)
  if (!head) return refuse('not-found')
  await listChat(work, conversationId, agentId, head.lastSeq)
  return ok({})
}
