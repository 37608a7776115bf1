import type { QueryDefinition } from './definition.ts'

export const routingQueries = {
  'routing.try': {
    topics: () => ['connection'],
    read: async ({ ask }, { rules, arrival, lastHandlerId }) => {
      const answer = await ask('routing.try', { rules: [...rules], arrival, lastHandlerId })
      return answer.ok ? answer.value : null
    },
  },
} satisfies { 'routing.try': QueryDefinition<'routing.try'> }
