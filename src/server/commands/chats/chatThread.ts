import type {
  AgentId,
  ChatSoFar,
  ConversationId,
  ListEntry,
  SystemBody,
  SystemCode,
} from '../../../protocol/model/index.ts'
import { chatById, memberMessagesOf } from '../../db/chats.ts'
import { findListEntry, insertListEntry } from '../../db/listEntries.ts'
import type { Work } from '../../engine/work.ts'
import { advanceReader, appendLine, type Thread } from '../reception/thread.ts'

/** Puts the chat into a member's list, read up to there, where it is not in it. */
export const listChat = async (
  work: Work,
  conversationId: ConversationId,
  agentId: AgentId,
  readSeq: number,
): Promise<void> => {
  const { tx, organizationId } = work
  if (await findListEntry(tx, organizationId, agentId, conversationId)) return
  const messageSetting = await memberMessagesOf(tx, organizationId, conversationId, agentId)
  const entry: ListEntry = {
    conversationId,
    readSeq,
    pinned: false,
    addedAt: work.now,
    ...(messageSetting !== 'alert' && { messageSetting }),
  }
  await insertListEntry(tx, organizationId, agentId, entry)
  work.publish(`agent:${agentId}`, 'list-entry.changed', { entry })
}

/** From here on the agent follows the chat, and has it in their list. */
export const giveChat = async (
  work: Work,
  conversationId: ConversationId,
  agentId: AgentId,
  readSeq: number,
): Promise<void> => {
  await listChat(work, conversationId, agentId, readSeq)
  await work.follow(agentId, `thread:${conversationId}`)
}

/** Tells everybody in it how the chat is now. */
export const publishChat = async (work: Work, conversationId: ConversationId): Promise<ChatSoFar> => {
  const chat = await chatById(work.tx, work.organizationId, conversationId)
  if (!chat) throw new Error('the chat was just written')
  const { lastSeq: _, preview: __, ...facts } = chat
  work.publish(`thread:${conversationId}`, 'chat.changed', { chat: facts })
  return chat
}

/** A line about what somebody did in the chat; whoever did it knows. */
export const reportInChat = async (
  work: Work,
  thread: Thread,
  agentId: AgentId,
  code: Extract<SystemCode, `chat-${string}`>,
  params: SystemBody['params'],
): Promise<void> => {
  await appendLine(work, thread, null, code, params)
  await advanceReader(work, agentId, thread, thread.lastSeq)
}

/** Of many who come at once so many are named. */
const NAMED = 5

/** What colleagues are called, in one line; of many the first. */
export const namesOf = async (work: Work, agentIds: readonly AgentId[]): Promise<string> => {
  const { agents } = await work.directory()
  return agentIds
    .slice(0, NAMED)
    .map((id) => agents.get(id)?.agent.name ?? '')
    .join('、')
}

/** Who brought whom in; where not all of them are named, how many they are. */
export const cameIn = async (
  work: Work,
  by: AgentId,
  agentIds: readonly AgentId[],
): Promise<SystemBody['params']> => ({
  by: await namesOf(work, [by]),
  names: await namesOf(work, agentIds),
  ...(agentIds.length > NAMED && { number: String(agentIds.length) }),
})
