import { inOrder } from '../../base/inOrder.ts'
import type {
  AgentId,
  ContactList,
  ContactPerson,
  ConversationId,
  CustomerId,
} from '../../protocol/model/index.ts'
import { colleaguesWith, contactsWith, groupsWith, remarkWith } from '../commands/queuedEffects.ts'
import { listContactGroups, listContacts, listStarredColleagues } from '../store/contacts.ts'
import { friendsOf, latestConversations } from '../store/conversations.ts'
import { readCustomer } from '../store/customers.ts'
import type { ReadDb } from '../store/database.ts'
import { readPrivateRemark } from '../store/privateRemarks.ts'
import { listTransferRequests } from '../store/transferRequests.ts'
import { ASK_MS, type QueryContext, type QueryDefinition } from './definition.ts'

export const contactQueries = {
  'transfer-requests.list': {
    topics: () => ['transfer-requests'],
    read: ({ store }) => listTransferRequests(store.cache),
  },
  'contacts.filed': {
    topics: () => ['contacts', 'queued:contact', 'queued:contact-group', 'queued:colleague'],
    read: ({ store, effective }) => ({
      groups: groupsWith(listContactGroups(store.cache), effective()),
      contacts: contactsWith(listContacts(store.cache), effective()),
      colleagues: colleaguesWith(listStarredColleagues(store.cache), effective()),
    }),
  },
  'contacts.own': {
    topics: () => ['contacts', 'connection', 'queued:contact', 'queued:private-remark'],
    everyMs: ASK_MS,
    read: async (context) => {
      const answer = await context.ask('contacts.own', {})
      const me = context.agentId()
      if (me === null) return null
      const { favorites, friends } = answer.ok ? answer.value : knownPeople(context, me)
      return { favorites: called(context, favorites), friends: called(context, friends), complete: answer.ok }
    },
  },
  'contacts.main': {
    topics: () => ['connection'],
    everyMs: ASK_MS,
    read: async (context, { text }) => {
      const answer = await context.ask('contacts.main', { text })
      return answer.ok ? { friends: called(context, answer.value.friends) } : null
    },
  },
  'contacts.by-number': {
    topics: () => ['connection'],
    everyMs: ASK_MS,
    read: async (context, { number }) => {
      if (number === null) return null
      const answer = await context.ask('contacts.by-number', { number })
      if (!answer.ok) return null
      const { person, hindrance } = answer.value
      return { person: (person && called(context, [person])[0]) ?? null, hindrance }
    },
  },
} satisfies {
  'transfer-requests.list': QueryDefinition<'transfer-requests.list'>
  'contacts.filed': QueryDefinition<'contacts.filed'>
  'contacts.own': QueryDefinition<'contacts.own'>
  'contacts.main': QueryDefinition<'contacts.main'>
  'contacts.by-number': QueryDefinition<'contacts.by-number'>
}

/** Whom this device can name without the server. */
const knownPeople = (
  { store: { cache }, effective }: QueryContext,
  me: AgentId,
): Record<ContactList, ContactPerson[]> => {
  const starred = contactsWith(listContacts(cache), effective())
    .filter(({ list }) => list === 'favorites')
    .map(({ customerId }) => customerId)
  const friends = friendsOf(cache, me)
  return {
    favorites: peopleIn(cache, starred, latestConversations(cache, starred)),
    friends: peopleIn(cache, [...friends.keys()], friends),
  }
}

const peopleIn = (
  cache: ReadDb,
  customerIds: readonly CustomerId[],
  conversations: ReadonlyMap<CustomerId, ConversationId>,
): ContactPerson[] =>
  customerIds
    .flatMap((customerId) => {
      const customer = readCustomer(cache, customerId)
      if (!customer) return []
      const { name, number } = customer
      return [{ customerId, name, number, conversationId: conversations.get(customerId) ?? null }]
    })
    .toSorted((one, other) => inOrder(one.name, other.name) || one.number - other.number)

/** As the agent calls them. */
const called = ({ store, effective }: QueryContext, people: readonly ContactPerson[]): ContactPerson[] => {
  const queued = effective()
  return people.map((person) => {
    const remark = readPrivateRemark(store.cache, person.customerId)
    return { ...person, name: remarkWith(remark, person.customerId, queued) ?? person.name }
  })
}
