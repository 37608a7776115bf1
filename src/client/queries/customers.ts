import type { ConversationId } from '../../protocol/model/index.ts'
import type { ServerQueryArgs, ServerQueryName, ServerQueryResult } from '../../protocol/queries/index.ts'
import type { Kept } from '../api.ts'
import { recordsWith } from '../commands/queuedEffects.ts'
import { readConversation } from '../store/conversations.ts'
import { keepAnswer, readAnswer } from '../store/keptAnswers.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import { ASK_MS, type QueryContext, type QueryDefinition } from './definition.ts'

/** Asked for while messages come and go: seldom is enough. */
const TIMELINE_MS = 5000
const TIMELINE_ITEMS = 20
const THREAD_MESSAGES = 50
const HITS = 50

export const customerQueries = {
  'customer.changes': {
    topics: ({ conversationId }) => [`conversation:${conversationId}`, 'connection'],
    everyMs: ASK_MS,
    read: async ({ ask }, args) => valueOf(await ask('customer.changes', args)),
  },
  'customer.follow-records': {
    topics: ({ conversationId }) => [`conversation:${conversationId}`, 'connection', 'queued:follow-record'],
    everyMs: ASK_MS,
    read: async (context, args) => {
      const answer = await kept(context, 'customer.follow-records', args)
      const me = context.agentId()
      const customerId = readConversation(context.store.cache, args.conversationId)?.customerId
      if (!answer || me === null || !customerId) return answer
      const records = recordsWith(answer.records, customerId, me, context.effective())
      return { ...answer, records: [...records] }
    },
  },
  'customer.timeline': {
    topics: ({ conversationId, before }) =>
      before === null ? [`conversation:${conversationId}`, 'connection'] : ['connection'],
    everyMs: TIMELINE_MS,
    read: async (context, args) => {
      const asked = { ...args, limit: TIMELINE_ITEMS }
      if (args.before === null) return kept(context, 'customer.timeline', asked, args.view)
      const answer = await context.ask('customer.timeline', asked)
      return answer.ok ? { ...answer.value, keptAt: null } : null
    },
  },
  'customer.threads': {
    topics: ({ conversationId }) => [`conversation:${conversationId}`, 'connection'],
    everyMs: TIMELINE_MS,
    read: async (context, args) => kept(context, 'customer.threads', args),
  },
  'customer.search': {
    topics: () => ['connection'],
    read: async ({ ask }, args) => valueOf(await ask('customer.search', { ...args, limit: HITS })),
  },
  'thread.page': {
    topics: ({ conversationId, before, from }) =>
      before === null && from === null ? [`messages:${conversationId}`, 'connection'] : ['connection'],
    everyMs: ASK_MS,
    read: async ({ ask }, args) => valueOf(await ask('thread.page', { ...args, limit: THREAD_MESSAGES })),
  },
  'thread.days': {
    topics: () => ['connection'],
    read: async ({ ask }, args) => valueOf(await ask('thread.days', args)),
  },
} satisfies { [N in CustomerQueryName]: QueryDefinition<N> }

type CustomerQueryName = Extract<ServerQueryName, `customer.${string}` | `thread.${string}`>

const valueOf = <T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false }): T | null =>
  answer.ok ? answer.value : null

/** Asks, and keeps the answer; where nobody answers, tells what was kept and since when. `part`: of the same question. */
const kept = async <N extends CustomerQueryName>(
  { ask, store, clock }: QueryContext,
  name: N,
  args: ServerQueryArgs<N> & { readonly conversationId: ConversationId },
  part = '',
): Promise<Kept<ServerQueryResult<N>> | null> => {
  const customerId = readConversation(store.cache, args.conversationId)?.customerId
  const answer = await ask<N>(name, args)
  const key = `${name} ${part}`
  if (answer.ok) {
    if (customerId)
      whenDiskAllows(() =>
        store.write(({ cache }) => keepAnswer(cache, customerId, key, answer.value, clock.now())),
      )
    return { ...answer.value, keptAt: null }
  }
  const known = customerId ? readAnswer<ServerQueryResult<N>>(store.cache, customerId, key) : null
  return known && { ...known.value, keptAt: known.at }
}
