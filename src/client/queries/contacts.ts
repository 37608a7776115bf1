import type { ContactPerson } from '../../protocol/model/index.ts'
import { contactsWith } from '../commands/queuedEffects.ts'
import { listContactGroups, listContacts } from '../store/contacts.ts'
import { readPrivateRemark } from '../store/privateRemarks.ts'
import type { Store } from '../store/store.ts'
import { listTransferRequests } from '../store/transferRequests.ts'
import { ASK_MS, type QueryDefinition } from './definition.ts'

export const contactQueries = {
  'transfer-requests.list': {
    topics: () => ['transfer-requests'],
    read: ({ store }) => listTransferRequests(store.cache),
  },
  'contacts.filed': {
    topics: () => ['contacts', 'queued'],
    read: ({ store, effective }) => ({
      groups: listContactGroups(store.cache),
      contacts: contactsWith(listContacts(store.cache), effective()),
    }),
  },
  'contacts.own': {
    topics: () => ['contacts', 'connection'],
    everyMs: ASK_MS,
    read: async ({ ask, store }) => {
      const answer = await ask('contacts.own', {})
      if (!answer.ok) return null
      const { favorites, friends } = answer.value
      return { favorites: called(store, favorites), friends: called(store, friends) }
    },
  },
  'contacts.main': {
    topics: () => ['connection'],
    everyMs: ASK_MS,
    read: async ({ ask, store }, { text }) => {
      const answer = await ask('contacts.main', { text })
      return answer.ok ? { friends: called(store, answer.value.friends) } : null
    },
  },
  'contacts.by-number': {
    topics: () => ['connection'],
    everyMs: ASK_MS,
    read: async ({ ask, store }, { number }) => {
      if (number === null) return null
      const answer = await ask('contacts.by-number', { number })
      if (!answer.ok) return null
      const { person, hindrance } = answer.value
      return { person: (person && called(store, [person])[0]) ?? null, hindrance }
    },
  },
} satisfies {
  'transfer-requests.list': QueryDefinition<'transfer-requests.list'>
  'contacts.filed': QueryDefinition<'contacts.filed'>
  'contacts.own': QueryDefinition<'contacts.own'>
  'contacts.main': QueryDefinition<'contacts.main'>
  'contacts.by-number': QueryDefinition<'contacts.by-number'>
}

/** As the agent calls them. */
const called = (store: Store, people: readonly ContactPerson[]): ContactPerson[] =>
  people.map((person) => ({
    ...person,
    name: readPrivateRemark(store.cache, person.customerId) ?? person.name,
  }))
