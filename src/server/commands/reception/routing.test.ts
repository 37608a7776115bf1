import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { GROUP, ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import {
  RECEPTION_DEFAULTS,
  type AgentDevice,
  type AgentId,
  type ReceptionSettings,
  type Session,
} from '../../../protocol/model/index.ts'
import { presenceOf } from '../../db/agentPresence.ts'
import { messagesBefore } from '../../db/messages.ts'
import { findOrganization } from '../../db/organizations.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CommandOutcome, CustomerPrincipal } from '../../engine/types.ts'

const OPTIONS = { agents: 3, permissions: ['reception.routing'] } as const
const HOUR = 3_600_000

const configure = async (
  { db, run, agent }: Reception,
  reception: Partial<ReceptionSettings>,
  more: { readonly capacity?: number; readonly version?: number } = {},
): Promise<CommandOutcome> => {
  const organization = await findOrganization(db, ORGANIZATION)
  if (!organization) throw new Error('no organisation')
  const { policy, capacity, waitingLimitMs, version } = organization
  return run(agent(1), 'reception.configure', {
    policy,
    capacity,
    waitingLimitMs,
    version,
    ...more,
    reception: { ...organization.reception, ...reception },
  })
}

const sessionOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<Session> => {
  const stored = await openSessionOf(db, ORGANIZATION, conversationId)
  if (!stored) throw new Error('no open session')
  return stored.session
}

const end = async (reception: Reception, visitor: CustomerPrincipal): Promise<void> => {
  const { id, version, handlerId } = await sessionOf(reception, visitor)
  const number = Number(handlerId?.replace('agent-', ''))
  await reception.done(reception.agent(number), 'session.end', { sessionId: id, version, lastSeq: 1000 })
}

describeDatabases('who receives', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-087 whoever served the customer lately goes on, within the window and while a member', async () => {
    await withReception(OPTIONS, async (reception) => {
      await reception.arrive(2)
      const visitor = await reception.customer('小李')
      await reception.write(visitor, '在吗')
      await end(reception, visitor)
      await reception.arrive(1, 3)
      reception.clock.advance(23 * HOUR)
      await reception.write(visitor, '又来了')
      expect(await sessionOf(reception, visitor)).toMatchObject({
        handlerId: 'agent-2',
        why: { step: 'returning' },
      })
      await end(reception, visitor)
      reception.clock.advance(24 * HOUR)
      await reception.write(visitor, '再来')
      expect(await sessionOf(reception, visitor)).toMatchObject({ why: { step: 'policy' } })
      await end(reception, visitor)
      await configure(reception, { returningHours: 0 })
      await reception.write(visitor, '马上又来')
      expect(await sessionOf(reception, visitor)).toMatchObject({ why: { step: 'policy' } })
    })
  })

  it('R-02-102 an emergency agent receives when nobody else can, whatever their switch and load', async () => {
    await withReception({ ...OPTIONS, capacity: 1 }, async (reception) => {
      const { arrive, customer, write, done, agent } = reception
      expect(await configure(reception, { emergencyAgentIds: ['agent-3' as AgentId] })).toMatchObject({
        ok: true,
      })
      await arrive(1, 3)
      await done(agent(3), 'reception.set', { on: false })
      const handlers: (string | null)[] = []
      for (const name of ['甲', '乙', '丙']) {
        const visitor = await customer(name)
        await write(visitor, '在吗')
        const { handlerId, why } = await sessionOf(reception, visitor)
        handlers.push(`${handlerId} ${why.step}`)
      }
      expect(handlers).toEqual(['agent-1 policy', 'agent-3 emergency', 'agent-3 emergency'])
    })
  })

  it('R-02-101 R-02-103 without a pool anybody of the group gets the customer, those who are there first', async () => {
    await withReception(OPTIONS, async (reception) => {
      await configure(reception, { pool: false })
      const visitor = await reception.customer('小王')
      await reception.write(visitor, '在吗')
      const first = await sessionOf(reception, visitor)
      expect(first).toMatchObject({ state: 'assigned', why: { step: 'random-member' } })
      await reception.arrive(2)
      await reception.done(reception.agent(2), 'reception.set', { on: false })
      const other = await reception.customer('小张')
      await reception.write(other, '在吗')
      expect(await sessionOf(reception, other)).toMatchObject({ handlerId: 'agent-2' })
    })
  })

  it('R-02-064 who is away from all devices is given nobody, and is online again when back, unless they chose', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { engine, agent, customer, write, done, db } = reception
      const connect = async (idle?: 'suspended'): Promise<unknown> =>
        engine.runInternal(ORGANIZATION, 'agent.connected', {
          agentId: agent(2).agentId,
          device: 'computer',
          idle,
        })
      const presence = async () => (await presenceOf(db, ORGANIZATION, agent(2).agentId))?.presence
      await connect()
      await connect('suspended')
      expect(await presence()).toBe('suspended')
      const visitor = await customer('小李')
      await write(visitor, '在吗')
      expect(await sessionOf(reception, visitor)).toMatchObject({ state: 'pending' })
      // A line that breaks meanwhile changes nothing.
      await engine.runInternal(ORGANIZATION, 'agent.disconnected', { agentId: agent(2).agentId })
      await connect('suspended')
      expect(await presence()).toBe('suspended')
      await connect()
      expect(await presence()).toBe('online')
      await connect('suspended')
      await done(agent(2), 'presence.set', { presence: 'busy' })
      await connect()
      expect(await presence()).toBe('busy')
    })
  })

  it('R-02-063 who is on a mobile alone is given customers, unless the company wants it otherwise', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { engine, agent, customer, write, commits } = reception
      const connect = async (device: AgentDevice): Promise<unknown> =>
        engine.runInternal(ORGANIZATION, 'agent.connected', { agentId: agent(2).agentId, device })
      await connect('mobile')
      const [first, second] = [await customer('小李'), await customer('小王')]
      await write(first, '在吗')
      expect(await sessionOf(reception, first)).toMatchObject({ handlerId: 'agent-2' })
      await configure(reception, { receiveOnMobile: false, autoAssignGroupPool: true })
      await write(second, '在吗')
      expect(await sessionOf(reception, second)).toMatchObject({ state: 'pending' })
      await connect('computer')
      expect(await sessionOf(reception, second)).toMatchObject({ handlerId: 'agent-2' })
      const devices = commits.flatMap(({ signals }) =>
        signals.flatMap((signal) => (signal.kind === 'presence' ? signal.agents : [])),
      )
      expect(devices.map(({ device }) => device)).toEqual(['mobile', 'mobile', 'computer', 'computer'])
    })
  })

  it('R-02-119 accepting above the capacity is refused unless the company allows it', async () => {
    await withReception({ ...OPTIONS, capacity: 1 }, async (reception) => {
      const { arrive, customer, write, run, agent } = reception
      await arrive(1)
      const [a, b] = [await customer('甲'), await customer('乙')]
      await write(a, '在吗')
      await write(b, '在吗')
      const { id } = await sessionOf(reception, b)
      expect(await run(agent(1), 'session.accept', { sessionId: id })).toMatchObject({
        code: 'over-capacity',
      })
      await configure(reception, { acceptOverCapacity: true })
      expect(await run(agent(1), 'session.accept', { sessionId: id })).toMatchObject({ ok: true })
    })
  })

  it('R-02-124 where the company wants it, whoever becomes receivable takes from the pools of their groups', async () => {
    await withReception(OPTIONS, async (reception) => {
      const visitor = await reception.customer('小赵')
      await reception.write(visitor, '在吗')
      await reception.arrive(1)
      expect(await sessionOf(reception, visitor)).toMatchObject({ state: 'pending' })
      await configure(reception, { autoAssignGroupPool: true })
      expect(await sessionOf(reception, visitor)).toMatchObject({
        state: 'assigned',
        handlerId: 'agent-1',
        target: { kind: 'group', groupId: GROUP },
      })
    })
  })

  it('R-02-066 R-02-067 capacities of their own; lowering one ends nothing', async () => {
    await withReception({ ...OPTIONS, capacity: 3 }, async (reception) => {
      const { arrive, customer, write, done, agent } = reception
      await arrive(1)
      const visitors = []
      for (const name of ['甲', '乙', '丙', '丁']) visitors.push(await customer(name))
      for (const visitor of visitors.slice(0, 2)) await write(visitor, '在吗')
      await done(agent(1), 'agent.set-capacity', { agentIds: ['agent-1' as AgentId], capacity: 1 })
      const [first, second, third] = visitors
      if (!first || !second || !third) throw new Error('no visitors')
      expect(await sessionOf(reception, second)).toMatchObject({ handlerId: 'agent-1' })
      await write(third, '在吗')
      expect(await sessionOf(reception, third)).toMatchObject({ state: 'pending' })
      await end(reception, first)
      await write(third, '还在吗')
      expect(await sessionOf(reception, third)).toMatchObject({ state: 'pending' })
      await done(agent(1), 'agent.set-capacity', { agentIds: ['agent-1' as AgentId], capacity: null })
      const fourth = visitors[3]
      if (!fourth) throw new Error('no visitor')
      await write(fourth, '在吗')
      expect(await sessionOf(reception, fourth)).toMatchObject({ handlerId: 'agent-1' })
    })
  })

  it('R-02-154 R-02-159 the company decides after how long a session ends by itself; the customer is asked two minutes before', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { db, arrive, customer, write, send, agent, clock, engine } = reception
      expect(await configure(reception, { idleEndMinutes: 5 })).toMatchObject({ ok: true })
      expect(await configure(reception, {}, { version: 1 })).toMatchObject({
        code: 'conflict',
        details: { version: 2 },
      })
      await arrive(1)
      const visitor = await customer('小钱')
      await write(visitor, '在吗')
      await send(agent(1), visitor.conversationId, '在的')
      const { id } = await sessionOf(reception, visitor)
      const fire = async () =>
        engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'session-idle', subject: id })
      const lines = async () =>
        (await messagesBefore(db, ORGANIZATION, visitor.conversationId, 1000, 10)).flatMap(({ body }) =>
          body.kind === 'system' ? [body.code] : [],
        )
      clock.advance(3 * 60_000)
      await fire()
      await fire()
      expect((await lines()).filter((code) => code === 'still-there')).toHaveLength(1)
      clock.advance(2 * 60_000)
      await fire()
      expect(await openSessionOf(db, ORGANIZATION, visitor.conversationId)).toBeUndefined()
      expect((await findOrganization(db, ORGANIZATION))?.reception).toEqual({
        ...RECEPTION_DEFAULTS,
        idleEndMinutes: 5,
      })
    })
  })
})
