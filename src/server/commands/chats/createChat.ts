import { ok, refuse } from '../../../base/result.ts'
import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'
import { CHAT_LIMITS } from '../../../protocol/model/limits.ts'
import { addChatMember, chatById, insertChat, nameChat } from '../../db/chats.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import type { Thread } from '../reception/thread.ts'
import { cameIn, giveChat, namesOf, publishChat, reportInChat } from './chatThread.ts'

/** Whoever is called is in it at once, and sees by whom (R-09-055). */
export const createChat: Handler<'chat.create'> = async (work, { agentId }, { agentIds, name }) => {
  const { tx, organizationId, now } = work
  const others = await present(work, agentIds, [agentId])
  if (others.length + 1 < CHAT_LIMITS.least) return refuse('too-few', { limit: CHAT_LIMITS.least })
  const id = work.ids.next() as ConversationId
  await insertChat(tx, organizationId, { id, kind: 'adhoc', name, creatorId: agentId, createdAt: now }, null)
  for (const memberId of [agentId, ...others]) {
    await addChatMember(tx, organizationId, id, memberId, now)
    await giveChat(work, id, memberId, 0)
  }
  await publishChat(work, id)
  const names = await cameIn(work, agentId, others)
  await reportInChat(work, { id, lastSeq: 0 }, agentId, 'chat-made', names)
  return ok({ conversationId: id })
}

export const inviteToChat: Handler<'chat.invite'> = async (work, { agentId }, args) => {
  const { tx, organizationId, now } = work
  const { conversationId } = args
  const chat = await chatById(tx, organizationId, conversationId)
  if (chat?.kind !== 'adhoc' || !chat.memberIds.includes(agentId)) return refuse('not-found')
  const more = await present(work, args.agentIds, chat.memberIds)
  if (more.length === 0) return ok({})
  if (chat.memberIds.length + more.length > CHAT_LIMITS.members)
    return refuse('chat-full', { limit: CHAT_LIMITS.members })
  for (const memberId of more) {
    await addChatMember(tx, organizationId, conversationId, memberId, now)
    await giveChat(work, conversationId, memberId, chat.lastSeq)
  }
  await publishChat(work, conversationId)
  const thread: Thread = { id: conversationId, lastSeq: chat.lastSeq }
  await reportInChat(work, thread, agentId, 'chat-joined', await cameIn(work, agentId, more))
  return ok({})
}

export const renameChat: Handler<'chat.rename'> = async (work, { agentId }, { conversationId, name }) => {
  const chat = await chatById(work.tx, work.organizationId, conversationId)
  if (chat?.kind !== 'adhoc' || !chat.memberIds.includes(agentId)) return refuse('not-found')
  if (chat.name === name) return ok({})
  await nameChat(work.tx, work.organizationId, conversationId, name)
  await publishChat(work, conversationId)
  const thread: Thread = { id: conversationId, lastSeq: chat.lastSeq }
  await reportInChat(work, thread, agentId, 'chat-renamed', {
    by: await namesOf(work, [agentId]),
    ...(name !== null && { name }),
  })
  return ok({})
}

/** Those of them who are colleagues at work, each once, and not in it already. */
const present = async (
  work: Work,
  agentIds: readonly AgentId[],
  already: readonly AgentId[],
): Promise<AgentId[]> => {
  const { agents } = await work.directory()
  return [...new Set(agentIds)].filter((id) => {
    const known = agents.get(id)
    return known && !known.agent.disabled && !already.includes(id)
  })
}
