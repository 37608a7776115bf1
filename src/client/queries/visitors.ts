import { ASK_MS, type QueryDefinition } from './definition.ts'

export const visitorQueries = {
  'visitors.list': {
    topics: () => ['visitors', 'connection'],
    everyMs: ASK_MS,
    read: async ({ visitors }) => visitors.look(),
  },
  'visitors.count': {
    topics: () => ['visitor-count', 'connection'],
    everyMs: ASK_MS,
    read: async ({ visitors }) => visitors.count(),
  },
  'visitor.of': {
    topics: ({ conversationId }) => [`conversation:${conversationId}`, 'visitor-page', 'connection'],
    everyMs: ASK_MS,
    read: async ({ visitors }, { conversationId }) => visitors.of(conversationId),
  },
} satisfies {
  'visitors.list': QueryDefinition<'visitors.list'>
  'visitors.count': QueryDefinition<'visitors.count'>
  'visitor.of': QueryDefinition<'visitor.of'>
}
