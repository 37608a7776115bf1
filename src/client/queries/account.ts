import type { MyPresence } from '../api.ts'
import { readOrganization } from '../store/organization.ts'
import type { QueryDefinition } from './definition.ts'

export const accountQueries = {
  'account.current': {
    topics: () => ['account'],
    read: (context) => context.account(),
  },
  'connection.status': {
    topics: () => ['connection', 'outbox', 'queued'],
    read: (context) => context.status(),
  },
  'organization.get': {
    topics: () => ['organization'],
    read: ({ store }) => readOrganization(store.cache),
  },
  'presence.mine': {
    topics: () => ['presence', 'account'],
    read: ({ moment, agentId }): MyPresence => {
      const me = agentId()
      const presence = me === null ? null : moment.presence(me)
      return presence
        ? {
            presence: presence.presence,
            reception: presence.reception,
            load: presence.load,
            capacity: presence.capacity,
          }
        : { presence: 'offline', reception: false, load: 0, capacity: 0 }
    },
  },
  'presence.all': {
    topics: () => ['presence'],
    read: ({ moment }) => moment.allPresence(),
  },
} satisfies {
  'account.current': QueryDefinition<'account.current'>
  'connection.status': QueryDefinition<'connection.status'>
  'organization.get': QueryDefinition<'organization.get'>
  'presence.mine': QueryDefinition<'presence.mine'>
  'presence.all': QueryDefinition<'presence.all'>
}
