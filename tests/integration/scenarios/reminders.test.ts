/** What an agent puts off comes back by itself, the same on all their devices. */
import { afterEach, beforeEach, expect, it } from 'vitest'

import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'

const MINUTE = 60_000

let world: World
let desktop: WorldCore
let laptop: WorldCore
beforeEach(async () => {
  world = await createWorld()
  desktop = await world.core(1)
  laptop = await world.core(1)
})
afterEach(async () => {
  await world.dispose()
})

const list = async (core: WorldCore) => core.client.query('conversations.list', { filter: 'all' })

it('R-03-038 what was put off leaves the unanswered order, comes back to the top at its time or when the customer writes, and stands in To-dos on all devices', async () => {
  const [early, late] = [await world.customer('小李'), await world.customer('小王')]
  await world.write(early, '在吗')
  await world.pass(1000)
  await world.write(late, '有人吗')
  await world.pass()
  const { conversationId } = early
  expect((await list(laptop)).map(({ id }) => id)).toEqual([late.conversationId, conversationId])
  await desktop.client.run('reminder.set', { conversationId, when: { kind: 'in', minutes: 10 } })
  await world.pass()
  const putOff = (await list(laptop)).find(({ id }) => id === conversationId)
  expect(putOff).toMatchObject({ waitingSince: null, reminded: false })
  expect(await laptop.client.query('reminders.list', {})).toMatchObject([{ conversationId, rungAt: null }])

  await world.pass(10 * MINUTE)
  expect((await list(laptop))[0]).toMatchObject({ id: conversationId, reminded: true })
  expect((await list(laptop))[0]?.waitingSince).not.toBeNull()
  expect((await laptop.client.query('reminders.list', {}))[0]?.rungAt).not.toBeNull()

  await desktop.client.run('reminder.set', { conversationId, when: { kind: 'in', minutes: 60 } })
  await world.pass()
  expect((await list(laptop))[0]?.id).toBe(late.conversationId)
  await world.write(early, '还在吗')
  await world.write(late, '喂')
  await world.pass()
  expect((await list(laptop))[0]).toMatchObject({ id: conversationId, reminded: true })
  await desktop.send(conversationId, '在的')
  await world.pass()
  expect(await laptop.client.query('reminders.list', {})).toEqual([])
  expect(laptop.digest()).toEqual(desktop.digest())
})
