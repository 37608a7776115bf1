import type { PoolFilter } from '../api.ts'
import { countPart, countPool, listPool, poolSources } from '../store/pool.ts'
import { ASK_MS, LIST_MS, type QueryDefinition } from './definition.ts'

const EVERYBODY: PoolFilter = { source: null, groupId: null, ownerId: null }
/** To SQLite: all of them. */
const NO_LIMIT = -1

export const poolQueries = {
  'pool.list': {
    topics: () => ['pool', 'account'],
    everyMs: LIST_MS,
    read: ({ store, agentId }, { filter, sort, narrowed = EVERYBODY, limit = NO_LIMIT }) => {
      const me = agentId()
      if (me === null) return { entries: [], total: 0 }
      const part = { agentId: me, filter, narrowed }
      return { entries: listPool(store.cache, part, sort, limit), total: countPart(store.cache, part) }
    },
  },
  'pool.sources': {
    topics: () => ['pool', 'account'],
    everyMs: ASK_MS,
    read: ({ store }) => poolSources(store.cache),
  },
  'pool.count': {
    topics: () => ['pool'],
    everyMs: LIST_MS,
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
  'pool.sources': QueryDefinition<'pool.sources'>
  'pool.count': QueryDefinition<'pool.count'>
  'pool.messages': QueryDefinition<'pool.messages'>
}
