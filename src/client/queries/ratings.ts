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
} satisfies { 'ratings.own': QueryDefinition<'ratings.own'> }
