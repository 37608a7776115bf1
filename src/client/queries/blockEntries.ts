import type { QueryDefinition } from './definition.ts'

export const blockEntryQueries = {
  'block-entries.own': {
    topics: () => ['block-entries', 'connection'],
    read: async ({ ask }) => {
      const answer = await ask('block-entries.own', {})
      return answer.ok ? answer.value : null
    },
  },
} satisfies { 'block-entries.own': QueryDefinition<'block-entries.own'> }
