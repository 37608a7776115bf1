import type { ChatSoFar, ConversationId, LeftChat } from '../../../protocol/model/index.ts'
import { isLeft, removeChat, saveChat, saveChatThread } from '../../store/chats.ts'
import { removeConversation } from '../../store/conversations.ts'
import { removeMessages } from '../../store/messages.ts'
import type { Batch } from './batch.ts'
import { placeWithMessages } from './placeWithMessages.ts'

/** Puts a chat in place, with how far it has come; nobody waits in it for an answer. */
export const placeChat = (batch: Batch, chat: ChatSoFar, as: 'member' | 'left'): void => {
  saveChat(batch.db, chat, as)
  saveChatThread(batch.db, chat)
  batch.placed({ ...chat, replies: null }, null)
}

/** What the agent keeps of a chat they were removed from; its thread is gone, or never was here. */
export const keepLeftChat = (batch: Batch, { chat, messages }: LeftChat): void => {
  placeWithMessages(batch, chat, messages, (known) => {
    placeChat(batch, known, 'left')
  })
}

/** Out of the list there is nothing left of it; one that the agent is in can be opened again. */
export const dropLeftChat = (batch: Batch, conversationId: ConversationId): void => {
  const { db } = batch
  if (!isLeft(db, conversationId)) return
  removeMessages(db, conversationId)
  removeChat(db, conversationId)
  removeConversation(db, conversationId)
  batch.removed(conversationId)
}
