import type { ChatView } from '../api.ts'
import { listChats, readChat, type CachedChat } from '../store/chats.ts'
import { readListEntry } from '../store/listEntries.ts'
import type { QueryContext, QueryDefinition } from './definition.ts'

export const chatQueries = {
  'chat.get': {
    topics: ({ conversationId }) => [`conversation:${conversationId}`, 'typing'],
    read: (context, { conversationId }) => {
      const found = readChat(context.store.cache, conversationId)
      return found && viewOf(context, found)
    },
  },
  'chats.list': {
    topics: () => ['chats', 'conversations'],
    everyMs: 1000,
    read: (context) => listChats(context.store.cache).map((found) => viewOf(context, found)),
  },
} satisfies {
  'chat.get': QueryDefinition<'chat.get'>
  'chats.list': QueryDefinition<'chats.list'>
}

const viewOf = ({ store, moment }: QueryContext, { chat, lastSeq, left }: CachedChat): ChatView => ({
  conversation: { ...chat, lastSeq },
  left,
  session: null,
  entry: readListEntry(store.cache, chat.id),
  typing: moment.colleaguesTyping(chat.id),
})
