import { isWanted } from '../../domain/search/isWanted.ts'
import { asTyped, parseSearch } from '../../domain/search/terms.ts'
import type { Message } from '../../protocol/model/index.ts'
import type { MessageHit } from '../api.ts'
import { readChatName } from '../store/chats.ts'
import { readConversation } from '../store/conversations.ts'
import { readCustomer } from '../store/customers.ts'
import { readPrivateRemark } from '../store/privateRemarks.ts'
import { searchDirectory } from '../store/searchDirectory.ts'
import { ASK_MS, type QueryContext, type QueryDefinition } from './definition.ts'

/** Results follow what arrives, but not faster than anybody reads. */
const SEARCH_MS = 250

export const searchQueries = {
  'search.local': {
    topics: () => ['search-index', 'customers', 'organization', 'chats', 'quick-replies', 'account'],
    everyMs: SEARCH_MS,
    read: ({ store, search, agentId }, { text, limit, filter }) => {
      const parsed = parseSearch(text)
      const me = agentId()
      return {
        ...searchDirectory(store.cache, parsed, search.findCustomers(parsed, limit), limit),
        messages: search.find(
          parsed,
          limit,
          filter ? (message, channel) => isWanted(message, channel, filter, me) : undefined,
        ),
        indexed: search.share(),
      }
    },
  },
  'search.server': {
    topics: () => [],
    everyMs: ASK_MS,
    read: async (context, { text, limit, filter }) => {
      const typed = asTyped(text)
      if (typed === '') return { messages: [], offline: false }
      const answer = await context.ask('message.search', {
        text: typed,
        before: null,
        filter: filter ?? null,
        limit: Math.min(limit, 50),
      })
      if (!answer.ok) return { messages: [], offline: true }
      return { messages: answer.value.messages.flatMap((message) => hitOf(context, message)), offline: false }
    },
  },
} satisfies {
  'search.local': QueryDefinition<'search.local'>
  'search.server': QueryDefinition<'search.server'>
}

/** Only what can be opened from the own list: records of colleagues have a place of their own in the account center. */
const hitOf = ({ store }: QueryContext, message: Message): MessageHit[] => {
  const chat = readChatName(store.cache, message.conversationId)
  if (chat)
    return [{ message, customerName: chat.name, customerNumber: 0, unnamedMembers: chat.unnamedMembers }]
  const conversation = readConversation(store.cache, message.conversationId)
  const customer = conversation && readCustomer(store.cache, conversation.customerId)
  if (!customer) return []
  const customerName = readPrivateRemark(store.cache, customer.id) ?? customer.name
  return [{ message, customerName, customerNumber: customer.number, unnamedMembers: null }]
}
