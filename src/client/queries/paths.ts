import { ASK_MS, type QueryDefinition } from './definition.ts'

export const pathQueries = {
  'paths.of': {
    topics: ({ conversationId }) => [`conversation:${conversationId}`, 'connection'],
    everyMs: ASK_MS,
    read: async ({ ask }, { conversationId }) => {
      const answer = await ask('paths.of', { conversationId })
      return answer.ok ? answer.value : null
    },
  },
} satisfies { 'paths.of': QueryDefinition<'paths.of'> }
