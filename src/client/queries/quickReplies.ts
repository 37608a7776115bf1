import { repliesWith } from '../commands/queuedReplies.ts'
import { listQuickReplies } from '../store/quickReplies.ts'
import { ASK_MS, type QueryDefinition } from './definition.ts'

export const quickReplyQueries = {
  'quick-replies.list': {
    topics: () => ['quick-replies', 'queued:quick-reply', 'queued:quick-reply-group', 'account'],
    read: ({ store, agentId, effective }) => {
      const replies = listQuickReplies(store.cache)
      const me = agentId()
      return me === null ? replies : repliesWith(replies, me, effective())
    },
  },
  'quick-replies.usage': {
    topics: () => ['connection'],
    everyMs: ASK_MS,
    read: async ({ ask }) => {
      const answer = await ask('quick-replies.usage', {})
      return answer.ok ? answer.value.uses : null
    },
  },
} satisfies {
  'quick-replies.list': QueryDefinition<'quick-replies.list'>
  'quick-replies.usage': QueryDefinition<'quick-replies.usage'>
}
