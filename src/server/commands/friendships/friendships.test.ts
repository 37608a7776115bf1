import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { alsoWith, cameTo } from '../../../../tests/support/faces.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { RECEPTION_DEFAULTS, type AgentId, type Permission } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { findCustomer } from '../../db/customers.ts'
import { listEntriesOf } from '../../db/listEntries.ts'
import { openOffersOf } from '../../db/offers.ts'
import { privateRemarksOf } from '../../db/privateRemarks.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'

const ANNA = 'agent-1' as AgentId
const may = (...permissions: Permission[]) => ({ permissions }) as const
const ALL = may('friend.add', 'friend.delete', 'main-account.friends', 'block.company')

/** An account that talks to the company, served by `agent-1`. */
const served = async ({ arrive, customer, write, send, agent }: Reception, name = '小李') => {
  await arrive(1)
  const account = await customer(name, 'im')
  await write(account, '在吗')
  await send(agent(1), account.conversationId, '在的')
  return account
}

const friendSince = async ({ db }: Reception, { conversationId }: CustomerPrincipal) =>
  (await findConversation(db, ORGANIZATION, conversationId))?.friend_since ?? null

describeDatabases('friendships', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-297 an agent asks as the main account or as themselves; accepted, the remark is kept where it belongs', async () => {
    await withReception(ALL, async (reception) => {
      const { db, run, done, agent } = reception
      const account = await served(reception)
      const { conversationId, customerId } = account
      const ask = { conversationId, as: 'organization', text: '方便以后联系', remark: '李老师' } as const
      const { id } = await done(agent(1), 'friendship.ask', ask)
      expect(await run(agent(1), 'friendship.ask', ask)).toMatchObject({ ok: false, code: 'already-asked' })
      await done(account, 'customer.answer-offer', { offerId: id, accept: true })
      expect(await friendSince(reception, account)).not.toBeNull()
      expect((await findCustomer(db, ORGANIZATION, customerId))?.name).toBe('李老师')
      expect(await run(agent(1), 'friendship.ask', ask)).toMatchObject({ ok: false, code: 'already-friends' })

      const own = await done(agent(1), 'friendship.ask', { ...ask, as: 'agent', remark: '小李' })
      await done(account, 'customer.answer-offer', { offerId: own.id, accept: true })
      const withAnna = await alsoWith(reception, account, 1)
      if (!withAnna) throw new Error('there is no conversation with the agent')
      expect(await friendSince(reception, withAnna)).not.toBeNull()
      expect(await privateRemarksOf(db, ORGANIZATION, ANNA)).toEqual([{ customerId, text: '小李' }])
      expect((await findCustomer(db, ORGANIZATION, customerId))?.name).toBe('李老师')
      // An agent's friends appear in the agent's list by themselves.
      const listed = (await listEntriesOf(db, ORGANIZATION, ANNA)).map((entry) => entry.conversationId)
      expect(listed).toContain(withAnna.conversationId)
    })
  })

  it('a declined request changes nothing, and a visitor without an account cannot be asked', async () => {
    await withReception(ALL, async (reception) => {
      const { db, run, done, agent, customer, write } = reception
      const account = await served(reception)
      const ask = {
        conversationId: account.conversationId,
        as: 'organization',
        text: '',
        remark: '',
      } as const
      const { id } = await done(agent(1), 'friendship.ask', ask)
      await done(account, 'customer.answer-offer', { offerId: id, accept: false })
      expect(await friendSince(reception, account)).toBeNull()
      expect(await openOffersOf(db, ORGANIZATION, account.conversationId)).toEqual([])
      const stranger = await customer('陌生人', 'im')
      const stolen = await run(stranger, 'customer.answer-offer', { offerId: id, accept: true })
      expect(stolen).toMatchObject({ ok: false, code: 'not-found' })
      const visitor = await customer('访客')
      await write(visitor, '你好')
      const asked = await run(agent(1), 'friendship.ask', { ...ask, conversationId: visitor.conversationId })
      expect(asked).toMatchObject({ ok: false, code: 'no-account' })
    })
  })

  it('R-02-303 ends with or without a block; without one the customer may come back', async () => {
    await withReception(ALL, async (reception) => {
      const { db, run, done, agent, write, arrive } = reception
      await arrive(1)
      const account = await cameTo(reception, '小李', 1)
      await write(account, '在吗')
      await done(account, 'customer.add-friend', { with: 'agent' })
      const { conversationId } = account
      expect(await run(agent(2), 'friendship.end', { conversationId, block: false })).toMatchObject({
        ok: false,
        code: 'forbidden',
      })
      await done(agent(1), 'friendship.end', { conversationId, block: false })
      expect(await friendSince(reception, account)).toBeNull()
      expect(await openSessionOf(db, ORGANIZATION, conversationId)).toBeUndefined()
      await write(account, '我又来了')

      await done(account, 'customer.add-friend', { with: 'agent' })
      await done(agent(1), 'friendship.end', { conversationId, block: true })
      const body = { kind: 'text', text: '还在吗' } as const
      const id = reception.ids.next() as Parameters<typeof run>[3]
      const refused = await run(account, 'customer.write', { id: id as never, body }, id)
      expect(refused).toMatchObject({ ok: false, code: 'not-accepted' })
      // The company is reached as before; and the block is taken back like any other.
      await write(
        { ...account, conversationId: (await reception.customer('小李', 'im')).conversationId },
        '你们好',
      )
      await done(agent(1), 'block-entry.remove', { customerId: account.customerId })
      await write(account, '谢谢')
    })
  })

  it('R-02-294 a friend of the main account is written to by every agent with that permission', async () => {
    await withReception(ALL, async (reception) => {
      const { done, agent, run, send } = reception
      const account = await served(reception)
      const { conversationId } = account
      expect(await run(agent(2), 'conversation.start', { conversationId })).toMatchObject({
        code: 'not-found',
      })
      await done(account, 'customer.add-friend', { with: 'organization' })
      const busy = await run(agent(2), 'conversation.start', { conversationId })
      expect(busy).toMatchObject({ ok: false, code: 'has-colleague', details: { agentName: '员工1' } })
      await done(account, 'customer.leave', {})
      await done(agent(2), 'conversation.start', { conversationId })
      expect(await send(agent(2), conversationId, '您好，有新品')).toMatchObject({ ok: true })
    })
  })

  it('R-02-292 conversations with people who are no friends are counted by day of the organisation', async () => {
    await withReception(may('reception.routing', 'friend.add'), async (reception) => {
      const { done, agent, send, clock, db } = reception
      const accounts = [
        await served(reception, '甲'),
        await served(reception, '乙'),
        await served(reception, '丙'),
      ]
      for (const account of accounts) await done(account, 'customer.leave', {})
      const { organization } = await done(agent(1), 'reception.configure', {
        version: 1,
        policy: 'least-load',
        capacity: 10,
        waitingLimitMs: 60_000,
        reception: { ...RECEPTION_DEFAULTS, outboundQuota: 1 },
      })
      expect(organization.reception.outboundQuota).toBe(1)
      const [first, second, friend] = accounts
      if (!first || !second || !friend) return
      await done(friend, 'customer.add-friend', { with: 'organization' })
      expect(await send(agent(1), first.conversationId, '您好')).toMatchObject({ ok: true })
      const over = await send(agent(1), second.conversationId, '您好')
      expect(over).toMatchObject({ ok: false, code: 'quota-used-up', details: { limit: 1 } })
      expect(await openSessionOf(db, ORGANIZATION, second.conversationId)).toBeUndefined()
      expect(await send(agent(1), friend.conversationId, '您好')).toMatchObject({ ok: true })
      const visitor = await reception.customer('访客')
      await reception.write(visitor, '在吗')
      await done(visitor, 'customer.leave', {})
      expect(await send(agent(1), visitor.conversationId, '还需要吗')).toMatchObject({ ok: true })
      // Shanghai's midnight, whatever the server's clock shows.
      const day = 24 * 3_600_000
      const untilMidnight = day - ((clock.now() + 8 * 3_600_000) % day)
      clock.advance(untilMidnight - 1000)
      expect(await send(agent(1), second.conversationId, '您好')).toMatchObject({ ok: false })
      clock.advance(1000)
      expect(await send(agent(1), second.conversationId, '您好')).toMatchObject({ ok: true })
    })
  })
})
