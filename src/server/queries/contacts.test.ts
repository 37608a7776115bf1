import { expect, it } from 'vitest'

import { describeDatabases } from '../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../tests/support/reception.ts'
import { findCustomer } from '../db/customers.ts'

describeDatabases('who is found', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-06-163 R-03-163 (who has an account) exactly one account is found by its number, with what hinders the agent to talk to it', async () => {
    const permissions = ['main-account.friends', 'friend.add'] as const
    await withReception({ permissions }, async (reception) => {
      const { db, engine, arrive, customer, write, send, done, agent } = reception
      await arrive(1)
      const account = await customer('小李', 'im')
      const visitor = await customer('访客')
      await write(account, '在吗')
      await write(visitor, '在吗')
      const numberOf = async ({ customerId }: typeof account): Promise<number> =>
        (await findCustomer(db, ORGANIZATION, customerId))?.number ?? 0
      const number = await numberOf(account)
      const find = async (by: number, wanted: number) =>
        engine.query(agent(by), 'contacts.by-number', { number: wanted })
      const person = { number, customerId: account.customerId, conversationId: account.conversationId }
      expect(await find(1, number)).toMatchObject({ ok: true, value: { person, hindrance: null } })
      expect(await find(2, number)).toMatchObject({ value: { person, hindrance: 'has-colleague' } })
      // Part of a number is none, and who came by a page has no account.
      const nobody = { ok: true, value: { person: null, hindrance: null } }
      expect(await find(1, number * 10 + 7)).toEqual(nobody)
      expect(await find(1, await numberOf(visitor))).toEqual(nobody)

      await done(account, 'customer.leave', {})
      expect(await find(2, number)).toMatchObject({ value: { hindrance: 'never-talked' } })
      await send(agent(1), account.conversationId, '再见')
      await done(account, 'customer.add-friend', { with: 'organization' })
      await done(account, 'customer.leave', {})
      expect(await find(2, number)).toMatchObject({ value: { person, hindrance: null } })
      await done(agent(2), 'conversation.start', { conversationId: account.conversationId })
    })
  })
})
