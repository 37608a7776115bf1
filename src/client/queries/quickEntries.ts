import type { QueryDefinition } from './definition.ts'

type QuickEntryQuery = 'quick-entry.address' | 'quick-entries.secret'

export const quickEntryQueries = {
  'quick-entry.address': {
    // Asked once: another address would load the page again while somebody works on it.
    topics: () => [],
    read: async ({ ask }, { entryId, conversationId }) => {
      const answer = await ask('quick-entry.address', { entryId, conversationId })
      return answer.ok ? answer.value : null
    },
  },
  'quick-entries.secret': {
    topics: () => ['organization', 'connection'],
    read: async ({ ask }) => {
      const answer = await ask('quick-entries.secret', {})
      return answer.ok ? answer.value : null
    },
  },
} satisfies { [N in QuickEntryQuery]: QueryDefinition<N> }
