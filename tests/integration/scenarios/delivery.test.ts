/** What an agent sends stands in the thread once and in its place, whatever happens to the line and the program. */
import { expect, it } from 'vitest'

import type { CustomerPrincipal } from '../../../src/server/engine/types.ts'
import { describeDatabases } from '../../support/databases.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'

const MINUTE = 60_000

describeDatabases('delivery', (databases) => {
  const withConversation = async (
    test: (scene: { world: World; core: WorldCore; customer: CustomerPrincipal }) => Promise<void>,
  ): Promise<void> => {
    const address = await databases.fresh()
    if (!address) return
    const world = await createWorld({ address })
    try {
      const core = await world.core(1)
      const customer = await world.customer('小李')
      await world.write(customer, '你好')
      await world.pass()
      await test({ world, core, customer })
    } finally {
      await world.dispose()
    }
  }
  const settled = async (world: World, core: WorldCore): Promise<void> => {
    await world.pass(2 * MINUTE)
    expect(await core.client.query('outbox.list', {})).toEqual([])
  }

  it('R-06-061 R-17-020 repeats after a lost answer have one effect and make one message', async () => {
    await withConversation(async ({ world, core, customer: { conversationId } }) => {
      core.line().tap('down', () => null)
      await core.send(conversationId, '一')
      const view = await core.client.query('conversation.get', { conversationId })
      const customerId = view?.customer.id
      if (!customerId) throw new Error('no customer')
      const edited = core.client.run('customer.edit', { customerId, version: 1, fields: { name: '李华' } })
      await world.pass()
      expect(await world.written(conversationId)).toEqual(['你好', '一'])
      core.line().cut()
      await world.pass(MINUTE)
      expect(await edited).toMatchObject({ ok: true, value: { customer: { name: '李华' } } })
      await settled(world, core)
      const now = await core.client.query('conversation.get', { conversationId })
      expect(now?.customer).toMatchObject({ name: '李华', version: 2 })
      expect(await core.client.query('queued.list', {})).toEqual([])
      expect(await world.written(conversationId)).toEqual(['你好', '一'])
    })
  })

  it('R-17-020 repeats after a time-out, a change of network and the end of the program make one message', async () => {
    await withConversation(async ({ world, core, customer: { conversationId } }) => {
      // The answer does not come in time; the line has not ended yet.
      core.line().hold('down')
      await core.send(conversationId, '二')
      await world.pass(25_000)
      core.line().release()
      await settled(world, core)
      // Nobody says that the line is dead.
      core.line().goSilent()
      await core.send(conversationId, '三')
      await settled(world, core)
      // The program ends between the server's commit and its answer.
      core.line().hold('down')
      await core.send(conversationId, '四')
      await world.pass()
      await core.stop()
      core.start()
      await settled(world, core)
      expect(await world.written(conversationId)).toEqual(['你好', '二', '三', '四'])
    })
  })

  it('R-17-020 a message whose answer comes when everything was loaded anew is not shown as being sent', async () => {
    await withConversation(async ({ world, core, customer }) => {
      const { conversationId } = customer
      const other = await world.core(1)
      core.line().hold('down')
      await core.send(conversationId, '五')
      await world.pass()
      // It is not among what a new copy brings.
      await world.act(customer, 'customer.leave', {})
      await world.pass()
      await other.client.run('list-entry.remove', { conversationId })
      core.cache().exec(`update position set epoch = 'another'`)
      core.line().cut()
      await world.pass(5000)
      expect(core.mode()).toBe('resync')
      expect(await core.client.query('outbox.list', {})).toEqual([])
      expect(await world.written(conversationId)).toEqual(['你好', '五'])
    })
  })

  it('five messages written without network arrive once and in order, although the program ended', async () => {
    await withConversation(async ({ world, core, customer: { conversationId } }) => {
      core.goOffline()
      for (const text of ['一', '二', '三']) await core.send(conversationId, text)
      await world.pass(4 * MINUTE)
      await core.stop()
      await world.pass(MINUTE)
      core.start()
      await world.pass()
      for (const text of ['四', '五']) await core.send(conversationId, text)
      await world.pass(4 * MINUTE)
      expect(await world.written(conversationId)).toEqual(['你好'])
      await core.comeBack()
      await settled(world, core)
      expect(await world.written(conversationId)).toEqual(['你好', '一', '二', '三', '四', '五'])
    })
  })

  it('a message that does not arrive is noticed by its number, waited for, and fetched', async () => {
    await withConversation(async ({ world, core, customer }) => {
      const { conversationId } = customer
      let lost = false
      core.line().tap('down', (text) => {
        if (lost || !text.includes('丢了')) return text
        lost = true
        return null
      })
      await world.write(customer, '丢了')
      await world.write(customer, '到了')
      await world.pass()
      const before = await core.client.query('thread.messages', { conversationId, limit: 50 })
      expect(before.gap).toBe(true)
      expect(before.messages.map(({ body }) => body)).not.toContainEqual({ kind: 'text', text: '到了' })
      await world.pass(5000)
      const after = await core.client.query('thread.messages', { conversationId, limit: 50 })
      expect(after.gap).toBe(false)
      expect(after.messages.slice(-2).map(({ body }) => body)).toEqual([
        { kind: 'text', text: '丢了' },
        { kind: 'text', text: '到了' },
      ])
      const fresh = await world.core(1)
      await world.pass(5000)
      expect(core.digest()).toEqual(fresh.digest())
    })
  })

  it('R-06-065 a message whose session went to somebody else meanwhile is not sent, says why and keeps its text', async () => {
    await withConversation(async ({ world, core, customer: { conversationId } }) => {
      core.goOffline()
      const id = await core.send(conversationId, '迟到的回答')
      // The minute of grace, then the ten minutes after which the unanswered go back to routing.
      const colleague = await world.core(2)
      await world.pass(12 * MINUTE)
      const taken = await colleague.client.query('conversations.list', { filter: 'in-session' })
      expect(taken.map((row) => row.id)).toEqual([conversationId])
      await core.comeBack()
      await world.pass(2 * MINUTE)
      expect(await world.written(conversationId)).toEqual(['你好'])
      expect(await core.client.query('outbox.list', {})).toMatchObject([
        { id, state: 'failed', reason: 'not-your-session', body: { kind: 'text', text: '迟到的回答' } },
      ])
    })
  })
})
