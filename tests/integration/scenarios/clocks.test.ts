/** Clocks that are wrong by years, and a server whose clock is set while it runs: the order and the times are the server's. */
import { expect, it } from 'vitest'

import type { Clock } from '../../../src/base/clock.ts'
import { openSessionOf } from '../../../src/server/db/sessions.ts'
import { createWorld, type World } from '../../support/world.ts'
import { ORGANIZATION } from '../../support/worldRows.ts'

const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR

const wrongBy = (world: Pick<World, 'clock'>, ms: () => number): Clock => ({
  now: () => world.clock.now() + ms(),
  after: (delayMs, callback) => world.clock.after(delayMs, callback),
})

it('P10 wrong clocks of devices change neither order nor times', async () => {
  const world = await createWorld()
  let jumping = 0
  const offsets = [() => -10 * YEAR, () => 10 * YEAR, () => jumping, () => 0]
  const cores = []
  for (const offset of offsets) cores.push(await world.core(1, { clock: wrongBy(world, offset) }))
  const customer = await world.customer('小李')
  const { conversationId } = customer
  await world.write(customer, '你好')
  await world.pass()
  const texts = ['你好']
  for (let round = 0; round < 5; round += 1) {
    for (const core of cores) {
      texts.push(`${core.name} ${round}`)
      await core.send(conversationId, `${core.name} ${round}`)
      await world.pass()
    }
    jumping += round % 2 === 0 ? 3 * YEAR : -7 * HOUR
    // Written without network: whether it is too old is told by the server's time.
    cores[0]?.goOffline()
    await world.pass(HOUR)
    await cores[0]?.comeBack()
    await world.pass(5000)
  }
  expect(await world.written(conversationId)).toEqual(texts)
  const [first] = cores
  for (const core of cores) {
    expect(core.digest(), core.name).toEqual(first?.digest())
    expect(await core.client.query('outbox.list', {})).toEqual([])
    const { messages } = await core.client.query('thread.messages', { conversationId, limit: 100 })
    for (const { at } of messages) expect(Math.abs(at - world.clock.now())).toBeLessThan(6 * HOUR)
  }
  await world.dispose()
})

it('R-02-001 rules count by the clock of the server, however wrong those of the devices are', async () => {
  const world = await createWorld({ agents: 2 })
  const early = await world.core(1, { clock: wrongBy(world, () => -5 * HOUR) })
  const late = await world.core(2, { clock: wrongBy(world, () => 5 * HOUR) })
  const customer = await world.customer('小李')
  await world.write(customer, '你好')
  await world.pass()
  const open = async () => {
    const found = await openSessionOf(world.db, ORGANIZATION, customer.conversationId)
    if (!found) throw new Error('no open session')
    return found.session
  }
  const giveOn = async (): Promise<string> => {
    const { id: sessionId, version, handlerId } = await open()
    const [from, to] = handlerId === early.agentId ? [early, late] : [late, early]
    const answer = from.client.run('session.transfer', {
      ...{ sessionId, version, customerNote: '', colleagueNote: '', waiting: false },
      to: { kind: 'agent', agentId: to.agentId },
    })
    await world.pass()
    const outcome = await answer
    return outcome.ok ? 'ok' : outcome.code
  }
  // R-02-204: within thirty minutes of the customer's last word, from either device.
  expect([await giveOn(), await giveOn()]).toEqual(['ok', 'ok'])
  await world.pass(29 * 60_000)
  expect([await giveOn(), await giveOn()]).toEqual(['ok', 'ok'])
  await world.pass(60_000)
  expect(await giveOn()).toBe('customer-silent')
  expect((await open()).requestedAt).toBeLessThan(world.clock.now())
  await world.dispose()
})

it('P10 a step of the server clock by an hour, forth and back, keeps the order', async () => {
  const world = await createWorld()
  const core = await world.core(1)
  const customer = await world.customer('小李')
  const texts: string[] = []
  for (const step of [0, HOUR, -2 * HOUR, HOUR]) {
    world.stepServerClock(step)
    for (let round = 0; round < 3; round += 1) {
      texts.push(`问 ${step} ${round}`, `答 ${step} ${round}`)
      await world.write(customer, `问 ${step} ${round}`)
      await world.pass()
      await core.send(customer.conversationId, `答 ${step} ${round}`)
      await world.pass(30_000)
    }
  }
  expect(await world.written(customer.conversationId)).toEqual(texts)
  const fresh = await world.core(1)
  await world.pass(5000)
  expect(core.digest()).toEqual(fresh.digest())
  await world.dispose()
})
