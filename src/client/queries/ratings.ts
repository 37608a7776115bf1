import { readPrivateRemark } from '../store/privateRemarks.ts'
import { ASK_MS, type QueryDefinition } from './definition.ts'

export const ratingQueries = {
  'ratings.own': {
    topics: () => ['ratings', 'connection'],
    everyMs: ASK_MS,
    read: async ({ ask }, { since }) => {
      const answer = await ask('ratings.own', { since })
      return answer.ok ? answer.value : null
    },
  },
  'ratings.list': {
    topics: () => ['ratings', 'connection'],
    everyMs: ASK_MS,
    read: async ({ ask, store }, { since }) => {
      const answer = await ask('ratings.list', { since })
      if (!answer.ok) return null
      return answer.value.sessions.map((one) => ({
        ...one,
        name: readPrivateRemark(store.cache, one.customerId) ?? one.name,
      }))
    },
  },
} satisfies { [N in 'ratings.own' | 'ratings.list']: QueryDefinition<N> }
