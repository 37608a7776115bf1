import { countPool, listPool } from '../store/pool.ts'
import { ASK_MS, LIST_MS, type QueryDefinition } from './definition.ts'

export const poolQueries = {
  'pool.list': {
    topics: () => ['pool', 'account'],
    everyMs: LIST_MS,
    read: ({ store, agentId }, { filter, sort }) => {
      const me = agentId()
      return me === null ? [] : listPool(store.cache, me, filter, sort)
    },
  },
  'pool.count': {
    topics: () => ['pool'],
    read: ({ store }) => countPool(store.cache),
  },
  'pool.messages': {
    topics: () => ['pool'],
    everyMs: ASK_MS,
    read: async ({ ask }, { sessionId }) => {
      const answer = await ask('pool.messages', { sessionId })
      return answer.ok ? answer.value.messages : []
    },
  },
} satisfies {
  'pool.list': QueryDefinition<'pool.list'>
  'pool.count': QueryDefinition<'pool.count'>
  'pool.messages': QueryDefinition<'pool.messages'>
}
