import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { cameTo } from '../../../../tests/support/faces.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import type { ContactGroup, ContactGroupId, CustomerId } from '../../../protocol/model/index.ts'
import { favoritePeople, friendPeople } from '../../db/contactPeople.ts'
import { contactGroupsOf, contactsOf, countFavorites, saveContact } from '../../db/contacts.ts'
import { findCustomer, insertCustomer } from '../../db/customers.ts'
import { openOffersOf } from '../../db/offers.ts'

const group = (id: string, list: ContactGroup['list'] = 'favorites'): ContactGroup => ({
  id: id as ContactGroupId,
  list,
  name: id,
})

describeDatabases('address books', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-312 R-03-058 a customer is filed into a favourite group of one agent, moved, and taken out', async () => {
    await withReception({ agents: 2 }, async ({ db, arrive, customer, write, done, run, agent, commits }) => {
      await arrive(1)
      const { customerId, conversationId } = await customer('小李')
      const file = { list: 'favorites', customerId } as const
      const vip = group('vip')
      await done(agent(1), 'contact-group.save', vip)
      const unseen = await run(agent(1), 'contact.file', { ...file, groupId: vip.id })
      expect(unseen).toMatchObject({ code: 'not-found' })
      await write(await customer('小李'), '在吗')
      await done(agent(1), 'contact.file', { ...file, groupId: vip.id })
      expect(await contactsOf(db, ORGANIZATION, agent(1).agentId)).toMatchObject([{ groupId: vip.id }])
      expect(await contactsOf(db, ORGANIZATION, agent(2).agentId)).toEqual([])
      expect(await favoritePeople(db, ORGANIZATION, agent(1).agentId)).toMatchObject([
        { customerId, conversationId },
      ])
      // Nobody else learns of it.
      const scopes = commits
        .flatMap(({ entries }) => entries)
        .filter(({ event }) => event.startsWith('contact'))
        .map(({ scope }) => scope)
      expect(new Set(scopes)).toEqual(new Set(['agent:agent-1']))
      const gone = await run(agent(2), 'contact.file', { ...file, groupId: vip.id })
      expect(gone).toMatchObject({ code: 'group-gone' })
      await done(agent(1), 'contact-group.remove', { id: vip.id })
      expect(await contactsOf(db, ORGANIZATION, agent(1).agentId)).toMatchObject([{ groupId: null }])
      await done(agent(1), 'contact.remove', { customerId })
      expect(await contactsOf(db, ORGANIZATION, agent(1).agentId)).toEqual([])
    })
  })

  it('R-05-006 two groups of one list do not share a name, and each agent has at most 100 of a list', async () => {
    await withReception({}, async ({ db, done, run, agent }) => {
      await done(agent(1), 'contact-group.save', group('a'))
      const twin = { ...group('b'), name: 'a' }
      expect(await run(agent(1), 'contact-group.save', twin)).toMatchObject({ code: 'name-taken' })
      await done(agent(1), 'contact-group.save', { ...twin, list: 'friends' })
      await done(agent(1), 'contact-group.save', { ...group('a'), name: '老客户' })
      expect(await contactGroupsOf(db, ORGANIZATION, agent(1).agentId)).toMatchObject([
        { id: 'a', name: '老客户' },
        { id: 'b', name: 'a' },
      ])
      const long = { ...group('c'), name: '长'.repeat(17) }
      expect(await run(agent(1), 'contact-group.save', long)).toMatchObject({ code: 'invalid' })
      for (let n = 1; n < 100; n += 1) await done(agent(1), 'contact-group.save', group(`g-${n}`))
      expect(await run(agent(1), 'contact-group.save', group('last'))).toMatchObject({
        code: 'too-many-groups',
      })
    })
  })

  it('a friend request names the group, and the friend is in it once the customer agrees, until the friendship ends', async () => {
    const permissions = ['friend.add', 'friend.delete'] as const
    await withReception({ permissions }, async (reception) => {
      const { db, arrive, write, send, done, run, agent } = reception
      await arrive(1)
      const account = await cameTo(reception, '小李', 1)
      const { conversationId, customerId } = account
      await write(account, '在吗')
      await send(agent(1), conversationId, '在的')
      const kin = group('kin', 'friends')
      await done(agent(1), 'contact-group.save', kin)
      const file = { list: 'friends', customerId, groupId: kin.id } as const
      expect(await run(agent(1), 'contact.file', file)).toMatchObject({ code: 'no-friends' })
      const ask = { conversationId, as: 'agent', text: '', remark: '', groupId: kin.id } as const
      await done(agent(1), 'friendship.ask', ask)
      const [offer] = await openOffersOf(db, ORGANIZATION, conversationId)
      if (!offer) throw new Error('nothing was offered')
      await done(account, 'customer.answer-offer', { offerId: offer.id, accept: true })
      const me = agent(1).agentId
      expect(await contactsOf(db, ORGANIZATION, me)).toMatchObject([file])
      expect(await friendPeople(db, ORGANIZATION, me, '', 10)).toMatchObject([{ customerId, conversationId }])
      expect(await friendPeople(db, ORGANIZATION, null, '', 10)).toEqual([])
      await done(agent(1), 'friendship.end', { conversationId, block: false })
      expect(await contactsOf(db, ORGANIZATION, me)).toEqual([])
    })
  })

  it('R-03-060 the 3,001st favourite is refused with the limit, and nothing changes', async () => {
    await withReception({ agents: 1 }, async ({ db, arrive, customer, write, run, done, agent }) => {
      await arrive(1)
      const person = await customer('小李')
      await write(person, '在吗')
      const me = agent(1).agentId
      const starred = async (): Promise<number> => countFavorites(db, ORGANIZATION, me)
      const known = await findCustomer(db, ORGANIZATION, person.customerId)
      if (!known) throw new Error('the customer is not there')
      await db.transaction(async (tx) => {
        for (let at = 0; at < 3000; at += 1) {
          const customerId = `starred-${at}` as CustomerId
          await insertCustomer(tx, ORGANIZATION, { ...known, id: customerId, number: 10_000 + at })
          await saveContact(tx, ORGANIZATION, me, { list: 'favorites', customerId, groupId: null, at })
        }
      })
      const file = { list: 'favorites', customerId: person.customerId, groupId: null } as const
      const refused = await run(agent(1), 'contact.file', file)
      expect(refused).toMatchObject({ code: 'too-many-favorites', details: { limit: 3000 } })
      expect(await starred()).toBe(3000)
      await done(agent(1), 'contact.remove', { customerId: 'starred-7' as CustomerId })
      await done(agent(1), 'contact.file', file)
      expect(await starred()).toBe(3000)
    })
  })
})
