import type { QueryDefinition } from './definition.ts'

type LanguageServiceQuery = 'language-services.set-up' | 'language-services.try' | 'text.translate'

export const languageServiceQueries = {
  'language-services.set-up': {
    topics: () => ['organization', 'connection'],
    read: async ({ ask }) => {
      const answer = await ask('language-services.set-up', {})
      return answer.ok ? answer.value : null
    },
  },
  'language-services.try': {
    topics: () => ['connection'],
    read: async ({ ask }, args) => {
      const answer = await ask('language-services.try', args)
      return answer.ok ? answer.value : null
    },
  },
  'text.translate': {
    topics: () => ['connection'],
    read: async ({ ask }, args) => {
      const answer = await ask('text.translate', args)
      return answer.ok ? answer.value : null
    },
  },
} satisfies { [N in LanguageServiceQuery]: QueryDefinition<N> }
