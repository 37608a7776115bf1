import { ASK_MS, type QueryDefinition } from './definition.ts'

export const monitorQueries = {
  'sessions.running': {
    // Whoever gives or gets a session has another load.
    topics: () => ['presence', 'connection'],
    everyMs: ASK_MS,
    read: async ({ ask }) => {
      const answer = await ask('sessions.running', {})
      return answer.ok ? answer.value : null
    },
  },
} satisfies { 'sessions.running': QueryDefinition<'sessions.running'> }
