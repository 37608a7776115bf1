/** What an agent changes in their own list is shown at once and is the same on all their devices. */
import { afterEach, beforeEach, expect, it } from 'vitest'

import { sql } from '../../../src/base/sql.ts'
import type { ConversationId } from '../../../src/protocol/model/index.ts'
import type { CustomerPrincipal } from '../../../src/server/engine/types.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'

let world: World
let desktop: WorldCore
let laptop: WorldCore
let customer: CustomerPrincipal
let conversationId: ConversationId

beforeEach(async () => {
  world = await createWorld()
  desktop = await world.core(1)
  laptop = await world.core(1)
  customer = await world.customer('小李')
  await world.write(customer, '你好')
  await world.write(customer, '在吗？')
  conversationId = customer.conversationId
  await world.pass()
})
afterEach(async () => {
  await world.dispose()
})

const row = async (core: WorldCore) => (await core.client.query('conversations.list', { filter: 'all' }))[0]

it('a read position moved on one device is the same on the other, and never goes back', async () => {
  expect([(await row(desktop))?.unread, (await row(laptop))?.unread]).toEqual([2, 2])
  const read = desktop.client.run('read.advance', { conversationId, seq: 4 })
  await world.pass()
  expect(await read).toEqual({ ok: true, value: { seq: 4 } })
  expect([(await row(desktop))?.unread, (await row(laptop))?.unread]).toEqual([0, 0])
  laptop.goOffline()
  const back = desktop.client.run('read.advance', { conversationId, seq: 2 })
  await world.pass()
  expect(await back).toEqual({ ok: true, value: { seq: 4 } })
  await laptop.comeBack()
  await world.pass()
  expect(laptop.digest()).toEqual(desktop.digest())
})

it('a change whose answer comes after the log is shown as the log says', async () => {
  const line = desktop.line()
  line.tap('down', (text) => (text.includes('"t":"done"') ? null : text))
  void desktop.client.run('list-entry.pin', { conversationId, pinned: true })
  await world.pass()
  const undone = laptop.client.run('list-entry.pin', { conversationId, pinned: false })
  await world.pass()
  expect(await undone).toMatchObject({ ok: true })
  // The command is sent again on the next line, and its first answer comes when all entries are here.
  line.cut()
  await world.pass(10_000)
  expect((await row(desktop))?.pinned).toBe(false)
  expect(desktop.digest()).toEqual(laptop.digest())
})

it('a command under way when the program ends is answered, and one that may wait is kept', async () => {
  desktop.line().hold('up')
  const pinned = desktop.client.run('list-entry.pin', { conversationId, pinned: true })
  const busy = desktop.client.run('presence.set', { presence: 'busy' })
  await world.pass()
  await desktop.stop()
  expect(await pinned).toMatchObject({ ok: true })
  expect(await busy).toMatchObject({ ok: false, code: 'offline' })
  desktop.start()
  await world.pass(10_000)
  expect(await desktop.client.query('queued.list', {})).toEqual([])
  expect((await row(laptop))?.pinned).toBe(true)
})

it('R-03-015 R-03-017 who is in session leaves that list when the session times out, and is in it again, once, with the next one', async () => {
  const shown = async (): Promise<readonly (readonly ConversationId[])[]> =>
    Promise.all(
      (['in-session', 'all'] as const).map(async (filter) =>
        (await desktop.client.query('conversations.list', { filter })).map(({ id }) => id),
      ),
    )
  expect(await shown()).toEqual([[conversationId], [conversationId]])
  const body = { kind: 'text', text: '在的' } as const
  const sent = desktop.client.run('message.send', { conversationId, body, seenSeq: null })
  await world.pass()
  expect(await sent).toMatchObject({ ok: true })
  await world.pass(31 * 60_000)
  expect(await shown()).toEqual([[], [conversationId]])
  await world.write(customer, '又来了')
  await world.pass()
  expect(await shown()).toEqual([[conversationId], [conversationId]])
})

it('R-03-070 R-03-132 a new name is on every device within two seconds, in row, thread and search; what the agent calls the customer goes before it', async () => {
  const { customer: before } = (await desktop.client.query('conversation.get', { conversationId })) ?? {}
  if (!before) throw new Error('no conversation')
  const named = async () => {
    const view = await laptop.client.query('conversation.get', { conversationId })
    const found = await laptop.client.query('search.local', { text: 'Li', limit: 5 })
    return [(await row(laptop))?.customerName, view?.customer.name, view?.remark, found.customers.length]
  }
  const { id: customerId, version, name } = before
  const edit = { customerId, version, was: { name }, fields: { name: 'Li Na' } }
  const edited = desktop.client.run('customer.edit', edit)
  await world.pass(2000)
  expect(await edited).toMatchObject({ ok: true })
  expect(await named()).toEqual(['Li Na', 'Li Na', null, 1])
  void desktop.client.run('private-remark.set', { customerId, text: 'Li (VIP)' })
  await world.pass(2000)
  expect(await named()).toEqual(['Li (VIP)', 'Li Na', 'Li (VIP)', 1])
  expect((await row(laptop))?.publicName).toBe('Li Na')
})

it('R-03-134 without the permission the private names are hidden everywhere, and there again with it', async () => {
  const { customer: before } = (await laptop.client.query('conversation.get', { conversationId })) ?? {}
  if (!before) throw new Error('no conversation')
  void laptop.client.run('private-remark.set', { customerId: before.id, text: 'Zhou (VIP)' })
  await world.pass(2000)
  const named = async () => {
    const view = await laptop.client.query('conversation.get', { conversationId })
    const found = await laptop.client.query('search.local', { text: 'Zhou', limit: 5 })
    return [(await row(laptop))?.customerName, view?.remark, found.customers.length]
  }
  const setPermissions = async (from: string, to: string): Promise<void> => {
    await world.change(async ({ tx }) => {
      await tx.run(sql`update roles set permissions = replace(permissions, ${from}, ${to})`)
    })
    await world.stopServer()
    await world.startServer()
    await world.pass(10_000)
  }
  expect(await named()).toEqual(['Zhou (VIP)', 'Zhou (VIP)', 1])
  await setPermissions('"remark.private"', '"visitor.view"')
  expect(await named()).toEqual([before.name, null, 0])
  await setPermissions('"visitor.view"', '"remark.private"')
  expect(await named()).toEqual(['Zhou (VIP)', 'Zhou (VIP)', 1])
})

it('R-02-300 R-17-033 whom one blocks for oneself is at once on the list that another device shows', async () => {
  const shown: (readonly string[])[] = []
  const stop = laptop.client.subscribe('block-entries.own', {}, (answer) => {
    shown.push(answer?.entries.map(({ customerId }) => customerId) ?? [])
  })
  const { customerId } = customer
  for (const name of ['block-entry.add', 'block-entry.remove'] as const) {
    const answer = desktop.client.run(name, { customerId })
    await world.pass(2000)
    expect(await answer).toMatchObject({ ok: true })
  }
  expect(shown).toEqual([[], [customerId], []])
  stop()
})
