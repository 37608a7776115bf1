import { ok, refuse } from '../../../base/result.ts'
import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'
import { addChatMember, chatHeadOf, findPairedChat, insertChat } from '../../db/chats.ts'
import { lastSeqOf } from '../../db/conversations.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { giveChat, listChat, publishChat } from './chatThread.ts'

/**
 * A colleague whose account is disabled can be written to: they read it when it is enabled again (R-03-068). With one's own
 * id it is the file assistant (R-03-153).
 */
export const openChat: Handler<'chat.open'> = async (work, { agentId }, { agentId: otherId }) => {
  const { agents } = await work.directory()
  if (!agents.has(otherId)) return refuse('not-found')
  const members = [...new Set([agentId, otherId])]
  const pair = members.toSorted().join('|')
  const conversationId =
    (await findPairedChat(work.tx, work.organizationId, pair)) ??
    (await makePairedChat(work, agentId, members, pair))
  const lastSeq = await lastSeqOf(work.tx, work.organizationId, conversationId)
  await listChat(work, conversationId, agentId, lastSeq ?? 0)
  return ok({ conversationId })
}

/** The colleague follows it from the beginning; it comes into their list with the first message. */
const makePairedChat = async (
  work: Work,
  creatorId: AgentId,
  members: readonly AgentId[],
  pair: string,
): Promise<ConversationId> => {
  const { tx, organizationId, now } = work
  const id = work.ids.next() as ConversationId
  const kind = members.length === 1 ? 'self' : 'direct'
  await insertChat(tx, organizationId, { id, kind, name: null, creatorId, createdAt: now }, pair)
  for (const memberId of members) await addChatMember(tx, organizationId, id, memberId, now)
  await giveChat(work, id, creatorId, 0)
  for (const memberId of members) await work.follow(memberId, `thread:${id}`)
  await publishChat(work, id)
  return id
}

export const showChat: Handler<'chat.show'> = async (work, { agentId }, { conversationId }) => {
  const head = await chatHeadOf(work.tx, work.organizationId, conversationId, agentId)
  if (!head) return refuse('not-found')
  await listChat(work, conversationId, agentId, head.lastSeq)
  return ok({})
}
