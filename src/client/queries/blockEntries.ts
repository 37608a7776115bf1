import { readPrivateRemark } from '../store/privateRemarks.ts'
import type { QueryDefinition } from './definition.ts'

export const blockEntryQueries = {
  'block-entries.own': {
    topics: () => ['block-entries', 'connection'],
    read: async ({ ask, store }) => {
      const answer = await ask('block-entries.own', {})
      if (!answer.ok) return null
      return {
        entries: answer.value.entries.map((entry) => ({
          ...entry,
          name: readPrivateRemark(store.cache, entry.customerId) ?? entry.name,
        })),
      }
    },
  },
  'block-entries.company': {
    topics: () => ['block-entries', 'connection'],
    read: async ({ ask }) => {
      const answer = await ask('block-entries.company', {})
      return answer.ok ? answer.value : null
    },
  },
} satisfies {
  'block-entries.own': QueryDefinition<'block-entries.own'>
  'block-entries.company': QueryDefinition<'block-entries.company'>
}
