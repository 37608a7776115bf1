import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { GROUP, ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { sql } from '../../../base/sql.ts'
import { NO_GREETINGS, type AgentId, type Session } from '../../../protocol/model/index.ts'
import { presencesOf } from '../../db/agentPresence.ts'
import { messagesBefore } from '../../db/messages.ts'
import { groupsOf } from '../../db/receptionGroups.ts'
import { openSessionOf } from '../../db/sessions.ts'
import { dueTimers } from '../../db/timers.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'

const MINUTE = 60_000
const OPTIONS = { agents: 5, permissions: ['reception.groups'] } as const

/** Five minutes for an answer, then somebody else. */
const allow = async ({ db, done, agent }: Reception, more: { readonly ownerFirst?: boolean } = {}) => {
  const group = (await groupsOf(db, ORGANIZATION)).find(({ id }) => id === GROUP)
  if (!group) throw new Error('no main group')
  const { main: _main, ...args } = group
  const timeoutTransfer = { minutes: 5, customerNote: '同事马上接手' }
  await done(agent(1), 'group.save', { ...args, ...more, timeoutTransfer })
}

/** Time passes, and what falls due in it is done. */
const pass = async ({ clock, db, engine }: Reception, ms: number): Promise<void> => {
  const until = clock.now() + ms
  for (;;) {
    const [next] = await dueTimers(db, until, 1)
    if (!next) break
    clock.advance(Math.max(0, next.due_at - clock.now()))
    await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: next.kind, subject: next.subject })
  }
  clock.advance(until - clock.now())
}

const sessionOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<Session> => {
  const stored = await openSessionOf(db, ORGANIZATION, conversationId)
  if (!stored) throw new Error('no open session')
  return stored.session
}

describeDatabases('a customer whom nobody answers', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-190 R-02-191 R-02-194 goes to another receivable member, with a word to the customer and a line for both', async () => {
    await withReception(OPTIONS, async (reception) => {
      await allow(reception)
      await reception.arrive(1)
      const visitor = await reception.customer('小李')
      await reception.write(visitor, '在吗')
      await reception.arrive(2)
      await pass(reception, 5 * MINUTE - 1)
      expect(await sessionOf(reception, visitor)).toMatchObject({ handlerId: 'agent-1' })
      await pass(reception, 1)
      expect(await sessionOf(reception, visitor)).toMatchObject({
        handlerId: 'agent-2',
        state: 'assigned',
        why: { step: 'timeout' },
      })
      const lines = await messagesBefore(reception.db, ORGANIZATION, visitor.conversationId, 1000, 10)
      expect(lines.at(-2)?.body).toEqual({
        kind: 'system',
        code: 'session-transferred',
        params: { from: '员工1', to: '员工2', minutes: '5', customerNote: '同事马上接手' },
      })
    })
  })

  it('R-02-196 on every channel alike, and the greeting that was sent by itself is no answer', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { done, agent, arrive, db } = reception
      await allow(reception)
      await done(agent(1), 'greetings.save', {
        ...NO_GREETINGS,
        defaults: { online: '您好，请稍候', offline: '' },
      })
      await arrive(1)
      const visitors = []
      for (const channel of ['web', 'im']) {
        const visitor = await reception.customer(channel)
        await db.transaction(async (tx) => {
          await tx.run(
            sql`update conversations set channel = ${channel} where id = ${visitor.conversationId}`,
          )
        })
        await reception.write(visitor, '在吗')
        const lines = await messagesBefore(db, ORGANIZATION, visitor.conversationId, 1000, 10)
        expect(lines.at(-1)?.body).toMatchObject({ code: 'greeting' })
        visitors.push({ visitor, channel })
      }
      await arrive(2)
      await pass(reception, 5 * MINUTE)
      for (const { visitor, channel } of visitors) {
        expect(await sessionOf(reception, visitor)).toMatchObject({
          channel,
          handlerId: 'agent-2',
          why: { step: 'timeout' },
        })
      }
    })
  })

  it('R-02-006 of many at one moment each goes to whoever has room then, and the rest stay and are looked at again', async () => {
    const permissions = [...OPTIONS.permissions, 'reception.routing'] as const
    await withReception({ ...OPTIONS, permissions }, async (reception) => {
      const { agent, arrive, clock, customer, db, done, engine, write } = reception
      await allow(reception)
      await arrive(1)
      const visitors = []
      for (const name of ['一', '二', '三']) {
        const visitor = await customer(name)
        await write(visitor, '在吗')
        visitors.push(visitor)
      }
      const others = [agent(2).agentId, agent(3).agentId]
      await done(agent(1), 'agent.set-capacity', { agentIds: others, capacity: 1 })
      await arrive(2, 3)
      clock.advance(5 * MINUTE)
      const timers = await dueTimers(db, clock.now(), 10)
      expect(timers.map(({ kind }) => kind)).toEqual(Array(3).fill('session-unanswered'))
      await engine.runInternal(ORGANIZATION, 'timers.fire', { timers })
      const handlers = []
      for (const visitor of visitors) handlers.push((await sessionOf(reception, visitor)).handlerId)
      expect(new Set(handlers)).toEqual(new Set(['agent-1', 'agent-2', 'agent-3']))
      expect((await presencesOf(db, ORGANIZATION)).every(({ load }) => load <= 1)).toBe(true)
      expect(await dueTimers(db, clock.now() + 10_000, 10)).toMatchObject([{ kind: 'session-unanswered' }])
    })
  })

  it('R-02-194 an answer in time cancels it, and the next question has its own time', async () => {
    await withReception(OPTIONS, async (reception) => {
      await allow(reception)
      await reception.arrive(1, 2)
      const visitor = await reception.customer('小王')
      await reception.write(visitor, '在吗')
      const first = (await sessionOf(reception, visitor)).handlerId
      const own = reception.agent(first === 'agent-1' ? 1 : 2)
      await pass(reception, 4 * MINUTE)
      await reception.send(own, visitor.conversationId, '在的')
      await pass(reception, 3 * MINUTE)
      await reception.write(visitor, '再问一下')
      await pass(reception, 4 * MINUTE)
      expect((await sessionOf(reception, visitor)).handlerId).toBe(first)
      await pass(reception, MINUTE)
      expect((await sessionOf(reception, visitor)).handlerId).not.toBe(first)
    })
  })

  it('R-02-193 stays while nobody else can receive, and goes as soon as somebody can', async () => {
    await withReception(OPTIONS, async (reception) => {
      await allow(reception)
      await reception.arrive(1)
      const visitor = await reception.customer('小张')
      await reception.write(visitor, '在吗')
      await pass(reception, 12 * MINUTE)
      expect(await sessionOf(reception, visitor)).toMatchObject({ handlerId: 'agent-1' })
      await reception.arrive(3)
      await pass(reception, 10_000)
      expect(await sessionOf(reception, visitor)).toMatchObject({ handlerId: 'agent-3' })
    })
  })

  it('R-02-195 at most three times, never back, then the pool', async () => {
    await withReception(OPTIONS, async (reception) => {
      await allow(reception)
      await reception.arrive(1, 2, 3, 4, 5)
      const visitor = await reception.customer('小赵')
      await reception.write(visitor, '有人吗')
      const handlers: (AgentId | null)[] = [(await sessionOf(reception, visitor)).handlerId]
      for (let time = 0; time < 4; time += 1) {
        await pass(reception, 5 * MINUTE)
        handlers.push((await sessionOf(reception, visitor)).handlerId)
      }
      expect(new Set(handlers.slice(0, 4)).size).toBe(4)
      expect(handlers.at(-1)).toBe(null)
      expect(await sessionOf(reception, visitor)).toMatchObject({
        state: 'pending',
        target: { kind: 'group', groupId: GROUP },
      })
    })
  })

  it('R-02-086 R-02-192 the owner is asked first, and keeps the customer', async () => {
    await withReception(OPTIONS, async (reception) => {
      await allow(reception, { ownerFirst: true })
      await reception.arrive(1, 2)
      const visitor = await reception.customer('小钱')
      await reception.db.transaction(async (tx) => {
        await tx.run(sql`update customers set owner_id = 'agent-2' where id = ${visitor.customerId}`)
      })
      await reception.write(visitor, '在吗')
      expect(await sessionOf(reception, visitor)).toMatchObject({
        handlerId: 'agent-2',
        why: { step: 'owner' },
      })
      await pass(reception, 20 * MINUTE)
      expect(await sessionOf(reception, visitor)).toMatchObject({ handlerId: 'agent-2' })
    })
  })
})
