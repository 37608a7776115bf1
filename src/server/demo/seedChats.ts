import type { Ids } from '../../base/ids.ts'
import { mentionedIn } from '../../domain/chats/mentions.ts'
import type { Message, MessageId } from '../../protocol/model/index.ts'
import { addChatMember, insertChat } from '../db/chats.ts'
import { advanceConversation } from '../db/conversations.ts'
import { insertFollow } from '../db/follows.ts'
import { insertListEntry } from '../db/listEntries.ts'
import { insertMessage } from '../db/messages.ts'
import type { WriteDb } from '../db/port.ts'
import { chats, type DemoChat } from './content/chats.ts'
import { agents, DESK_AGENT, organization } from './content/company.ts'

const MINUTE = 60_000

/** Colleagues who know each other: direct chats and one of several, some of it not yet read at the desk. */
export const seedChats = async (tx: WriteDb, ids: Ids, now: number): Promise<void> => {
  for (const chat of chats) await seedChat(tx, ids, now, chat)
}

const seedChat = async (tx: WriteDb, ids: Ids, now: number, chat: DemoChat): Promise<void> => {
  const { id, name, memberIds, said } = chat
  const createdAt = now - ((said[0]?.[1] ?? 0) + 1) * MINUTE
  const [creatorId = DESK_AGENT] = memberIds
  const kind = name === null ? 'direct' : 'adhoc'
  const pair = kind === 'direct' ? memberIds.toSorted().join('|') : null
  await insertChat(tx, organization.id, { id, kind, name, creatorId, createdAt }, pair)
  for (const [index, message] of messagesOf(ids, now, chat).entries()) {
    await insertMessage(tx, organization.id, message)
    const { seq, at } = message
    if (index === said.length - 1)
      await advanceConversation(tx, organization.id, id, { seq, at, from: 'agent', reply: true })
  }
  for (const agentId of memberIds) {
    await addChatMember(tx, organization.id, id, agentId, createdAt)
    const readSeq = said.length - (agentId === DESK_AGENT ? chat.unread : 0)
    const entry = { conversationId: id, readSeq, pinned: false, addedAt: createdAt }
    await insertListEntry(tx, organization.id, agentId, entry)
    await insertFollow(tx, organization.id, agentId, `thread:${id}`, createdAt)
  }
}

const messagesOf = (ids: Ids, now: number, { id, memberIds, said }: DemoChat): Message[] =>
  said.map(([agentId, minutesAgo, text], index) => {
    const mentions = mentionedIn(
      text,
      agents.filter((agent) => memberIds.includes(agent.id) && agent.id !== agentId),
    )
    return {
      id: ids.next() as MessageId,
      conversationId: id,
      seq: index + 1,
      sessionId: null,
      sender: { kind: 'agent', agentId },
      body: { kind: 'text', text, ...(mentions.length > 0 && { mentions }) },
      at: now - minutesAgo * MINUTE,
    }
  })
