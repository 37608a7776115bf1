import { ASK_MS, type QueryDefinition } from './definition.ts'

type RoutingQuery = 'routing.try' | 'router.try' | 'router.addresses' | 'bot.addresses' | 'router.health'

export const routingQueries = {
  'routing.try': {
    topics: () => ['connection'],
    read: async ({ ask }, { rules, arrival, lastHandlerId }) => {
      const answer = await ask('routing.try', { rules: [...rules], arrival, lastHandlerId })
      return answer.ok ? answer.value : null
    },
  },
  'router.try': {
    topics: () => ['connection'],
    read: async ({ ask }, args) => {
      const answer = await ask('router.try', args)
      return answer.ok ? answer.value : null
    },
  },
  'router.addresses': {
    topics: () => ['organization', 'connection'],
    read: async ({ ask }) => {
      const answer = await ask('router.addresses', {})
      return answer.ok ? answer.value : null
    },
  },
  'bot.addresses': {
    topics: () => ['organization', 'connection'],
    read: async ({ ask }) => {
      const answer = await ask('bot.addresses', {})
      return answer.ok ? answer.value : null
    },
  },
  'router.health': {
    topics: () => ['organization', 'connection'],
    everyMs: ASK_MS,
    read: async ({ ask }) => {
      const answer = await ask('router.health', {})
      return answer.ok ? answer.value : null
    },
  },
} satisfies { [N in RoutingQuery]: QueryDefinition<N> }
