/** What an agent changes in their own list is shown at once and is the same on all their devices. */
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { ConversationId } from '../../../src/protocol/model/index.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'

let world: World
let desktop: WorldCore
let laptop: WorldCore
let conversationId: ConversationId

beforeEach(async () => {
  world = await createWorld()
  desktop = await world.core(1)
  laptop = await world.core(1)
  const customer = await world.customer('小李')
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

it('a command under way when the program ends is answered', async () => {
  desktop.line().hold('up')
  const pinned = desktop.client.run('list-entry.pin', { conversationId, pinned: true })
  await world.pass()
  await desktop.stop()
  expect(await pinned).toMatchObject({ ok: false, code: 'offline' })
})
