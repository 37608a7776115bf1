import { ok, refuse } from '../../../base/result.ts'
import type { AgentId, ChatSoFar } from '../../../protocol/model/index.ts'
import { chatById, endChatMember, KEPT_OF_LEFT } from '../../db/chats.ts'
import { deleteListEntry } from '../../db/listEntries.ts'
import { messagesBefore } from '../../db/messages.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { appendLine, type Thread } from '../reception/thread.ts'
import { listChat, namesOf, publishChat, reportInChat } from './chatThread.ts'

export const leaveChat: Handler<'chat.leave'> = async (work, { agentId }, { conversationId }) => {
  const { tx, organizationId } = work
  const chat = await chatById(tx, organizationId, conversationId)
  if (chat?.kind !== 'adhoc' || !chat.memberIds.includes(agentId)) return refuse('not-found')
  await endChatMember(tx, organizationId, conversationId, agentId, chat.lastSeq, null)
  if (await deleteListEntry(tx, organizationId, agentId, conversationId))
    work.publish(`agent:${agentId}`, 'list-entry.removed', { conversationId })
  await work.unfollow(agentId, `thread:${conversationId}`)
  await publishChat(work, conversationId)
  const thread: Thread = { id: conversationId, lastSeq: chat.lastSeq }
  await appendLine(work, thread, null, 'chat-left', { by: await namesOf(work, [agentId]) })
  return ok({})
}

/**
 * They keep what was said until then, with the line that tells of it (R-09-064): a copy, because nothing that comes later
 * is for them.
 */
export const removeFromChat: Handler<'chat.remove-member'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const { conversationId, agentId: memberId } = args
  const chat = await chatById(tx, organizationId, conversationId)
  if (chat?.kind !== 'adhoc' || chat.creatorId !== agentId || !chat.memberIds.includes(agentId))
    return refuse('not-found')
  if (memberId === agentId || !chat.memberIds.includes(memberId)) return refuse('not-found')
  const thread: Thread = { id: conversationId, lastSeq: chat.lastSeq }
  await reportInChat(work, thread, agentId, 'chat-removed', {
    by: await namesOf(work, [agentId]),
    names: await namesOf(work, [memberId]),
  })
  await listChat(work, conversationId, memberId, chat.lastSeq)
  await keepCopy(work, memberId, await removed(work, chat, memberId))
  await publishChat(work, conversationId)
  return ok({})
}

/** The chat as the one who is removed saw it last. */
const removed = async (work: Work, { id }: ChatSoFar, memberId: AgentId): Promise<ChatSoFar> => {
  const { tx, organizationId } = work
  const now = await chatById(tx, organizationId, id)
  if (!now) throw new Error('the chat was just read')
  const left = { ...now, memberIds: now.memberIds.filter((one) => one !== memberId) }
  await endChatMember(tx, organizationId, id, memberId, now.lastSeq, left)
  return left
}

const keepCopy = async (work: Work, memberId: AgentId, chat: ChatSoFar): Promise<void> => {
  const { tx, organizationId } = work
  const messages = await messagesBefore(tx, organizationId, chat.id, chat.lastSeq + 1, KEPT_OF_LEFT)
  await work.unfollow(memberId, `thread:${chat.id}`)
  work.publish(`agent:${memberId}`, 'chat.frozen', { left: { chat, messages } })
}
