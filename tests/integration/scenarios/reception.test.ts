/** Several agents reach for the same customer, many customers for the same agent. */
import { expect, it } from 'vitest'

import { presenceOf } from '../../../src/server/db/agentPresence.ts'
import { openSessionOf } from '../../../src/server/db/sessions.ts'
import type { CustomerPrincipal } from '../../../src/server/engine/types.ts'
import { describeDatabases } from '../../support/databases.ts'
import { createWorld, type World, type WorldOptions } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { agentIdOf, ORGANIZATION, widgetOf } from '../../support/worldRows.ts'

describeDatabases('reception', (databases) => {
  const withWorld = async (options: WorldOptions, test: (world: World) => Promise<void>): Promise<void> => {
    const address = await databases.fresh()
    if (!address) return
    const world = await createWorld({ address, ...options })
    try {
      await test(world)
    } finally {
      await world.dispose()
    }
  }
  const everybody = async (world: World, agents: number): Promise<WorldCore[]> => {
    const cores: WorldCore[] = []
    for (let agent = 1; agent <= agents; agent += 1) cores.push(await world.core(agent))
    return cores
  }
  const setReception = async (world: World, cores: readonly WorldCore[], on: boolean): Promise<void> => {
    for (const core of cores) await core.client.run('reception.set', { on })
    await world.pass()
  }
  const arrive = async (world: World, name: string, agent?: number): Promise<CustomerPrincipal> => {
    const customer = await world.customer(name, agent === undefined ? undefined : widgetOf(agentIdOf(agent)))
    await world.write(customer, `${name}：有人吗`)
    return customer
  }
  const handlerOf = async (world: World, customer: CustomerPrincipal) =>
    (await openSessionOf(world.db, ORGANIZATION, customer.conversationId))?.session.handlerId ?? null

  it('R-03-026 what a new customer has said is unread from their first word on, whatever reports how the session began', async () => {
    await withWorld({ agents: 1 }, async (world) => {
      const [core] = await everybody(world, 1)
      if (!core) throw new Error('nobody is there')
      await setReception(world, [core], false)
      const customer = await arrive(world, '客户')
      await world.write(customer, '我要退货')
      await world.pass()
      await setReception(world, [core], true)
      const sessionId = (await core.client.query('pool.list', { filter: 'all', sort: 'longest' })).entries[0]
        ?.sessionId
      if (sessionId) await core.client.run('session.accept', { sessionId })
      await world.pass()
      const look = async () =>
        core.client.query('thread.messages', { conversationId: customer.conversationId, limit: 50 })
      const first = (await look()).messages.find(({ sender }) => sender.kind === 'customer')
      expect(await look()).toMatchObject({ unreadFrom: first?.seq })
      await world.write(customer, '在吗？')
      await world.pass()
      expect(await look()).toMatchObject({ unreadFrom: first?.seq })
      await core.client.run('read.advance', {
        conversationId: customer.conversationId,
        seq: (await look()).messages.at(-1)?.seq ?? 0,
      })
      await world.write(customer, '还有一件事')
      await world.pass()
      const last = (await look()).messages.at(-1)
      expect(await look()).toMatchObject({ unreadFrom: last?.seq })
    })
  })

  it('R-02-120 of many who accept at once one gets the customer, and the others learn who', async () => {
    await withWorld({ agents: 4 }, async (world) => {
      const cores = await everybody(world, 4)
      await setReception(world, cores, false)
      for (let round = 0; round < 10; round += 1) {
        const customer = await arrive(world, `客户${round}`)
        await world.pass()
        const pool = await cores[0]?.client.query('pool.list', { filter: 'all', sort: 'longest' })
        const sessionId = pool?.entries[0]?.sessionId
        if (!sessionId) throw new Error('nobody waits')
        const shuffled = world.random.sample(cores, cores.length).toReversed()
        const answers = shuffled.map((core) => core.client.run('session.accept', { sessionId }))
        await world.pass()
        const outcomes = await Promise.all(answers)
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
        const winner = shuffled[outcomes.findIndex(({ ok }) => ok)]
        expect(await handlerOf(world, customer)).toBe(winner?.agentId)
        const agentName = `员工${winner?.agent}`
        for (const outcome of outcomes) {
          if (!outcome.ok)
            expect(outcome).toEqual({ ok: false, code: 'already-taken', details: { agentName } })
        }
        for (const core of cores)
          expect(await core.client.query('pool.count', {})).toMatchObject({ waiting: 0 })
        const again = winner?.client.run('session.accept', { sessionId })
        await world.pass()
        expect(await again).toMatchObject({ ok: true })
        expect((await presenceOf(world.db, ORGANIZATION, winner?.agentId ?? agentIdOf(1)))?.load).toBe(
          await openSessions(winner),
        )
      }
    })
  })
  const openSessions = async (core: WorldCore | undefined): Promise<number> =>
    (await core?.client.query('conversations.list', { filter: 'in-session' }))?.length ?? 0

  it('R-02-125 accepting by hand and being assigned at the same moment: one of them wins', async () => {
    await withWorld({ agents: 2 }, async (world) => {
      const [first, supervisor] = await everybody(world, 2)
      if (!first || !supervisor) throw new Error('two agents')
      for (let round = 0; round < 8; round += 1) {
        await setReception(world, [first], false)
        const customer = await arrive(world, `客户${round}`, 1)
        await world.pass()
        const { entries } = await supervisor.client.query('pool.list', { filter: 'all', sort: 'newest' })
        const [entry] = entries
        if (!entry) throw new Error('nobody waits')
        // Chance decides which of the two lines delivers first.
        const receivable = first.client.run('reception.set', { on: true })
        const accepted = supervisor.client.run('session.accept', { sessionId: entry.sessionId })
        await world.pass()
        expect(await receivable).toMatchObject({ ok: true })
        const winner = (await accepted).ok ? supervisor : first
        expect(await handlerOf(world, customer)).toBe(winner.agentId)
        for (const core of [first, supervisor]) {
          expect(await core.client.query('pool.count', {})).toMatchObject({ waiting: 0 })
        }
      }
      expect(await openSessions(first)).toBeGreaterThan(0)
      expect(await openSessions(supervisor)).toBeGreaterThan(0)
    })
  })

  it('R-02-006 fifty who arrive in the same moment before an agent with one free place: one is assigned, 49 wait, none is lost', async () => {
    await withWorld({ agents: 1, capacity: 10 }, async (world) => {
      const core = await world.core(1)
      for (let number = 0; number < 9; number += 1) await arrive(world, `早到的 ${number}`)
      await world.pass()
      const newcomers = await Promise.all(
        Array.from({ length: 50 }, async (_, number) => world.customer(`新来的 ${number}`)),
      )
      await Promise.all(newcomers.map((customer, number) => world.write(customer, `问题 ${number}`)))
      await world.pass()
      const handlers = await Promise.all(newcomers.map((customer) => handlerOf(world, customer)))
      expect(handlers.filter((handler) => handler === core.agentId)).toHaveLength(1)
      expect(await core.client.query('pool.count', {})).toMatchObject({ waiting: 49 })
      for (const [number, { conversationId }] of newcomers.entries()) {
        expect(await world.written(conversationId)).toEqual([`问题 ${number}`])
      }
      expect(await core.client.query('presence.mine', {})).toMatchObject({ load: 10, capacity: 10 })
    })
  })

  it('R-02-068 presence and switch are one state on all devices, the latest by the order of the server', async () => {
    await withWorld({ agents: 2 }, async (world) => {
      const desktop = await world.core(1)
      const laptop = await world.core(1)
      const colleague = await world.core(2)
      desktop.line().hold('up')
      void desktop.client.run('presence.set', { presence: 'busy' })
      void desktop.client.run('reception.set', { on: false })
      await world.pass()
      void laptop.client.run('presence.set', { presence: 'suspended' })
      void laptop.client.run('reception.set', { on: true })
      await world.pass()
      // Chosen earlier, and later for the server.
      desktop.line().release()
      await world.pass(2000)
      for (const core of [desktop, laptop]) {
        expect(await core.client.query('presence.mine', {})).toMatchObject({
          presence: 'busy',
          reception: false,
        })
      }
      const seen = await colleague.client.query('presence.all', {})
      expect(seen.find(({ agentId }) => agentId === desktop.agentId)).toMatchObject({
        presence: 'busy',
        reception: false,
      })
    })
  })
})
