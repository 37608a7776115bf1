import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import type { AgentId, CustomerId } from '../../../protocol/model/index.ts'
import { openSessionOf } from '../../db/sessions.ts'

const OPTIONS = { agents: 2, permissions: ['monitor.force-transfer', 'customer.config'] } as const
const FIRST = { kind: 'agent', agentId: 'agent-1' as AgentId } as const

describeDatabases('a customer whom an agent blocked', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-300 goes to a colleague at once, and no way of routing or giving on brings them back', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { db, arrive, customer, write, done, run, agent } = reception
      await arrive(1)
      const visitor = await customer('小李')
      await write(visitor, '在吗')
      const session = async () => {
        const stored = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
        if (!stored) throw new Error('no open session')
        return stored.session
      }
      expect(await session()).toMatchObject({ handlerId: 'agent-1' })
      const { customerId } = visitor
      await done(agent(1), 'block-entry.add', { customerId })
      expect(await session()).toMatchObject({ state: 'pending', handlerId: null })
      await done(agent(1), 'reception.set', { on: true })
      expect(await session()).toMatchObject({ state: 'pending' })
      // Waiting for them alone would be waiting for nobody.
      const { id: sessionId } = await session()
      await done(agent(2), 'session.retarget', { sessionIds: [sessionId], to: FIRST })
      expect(await session()).toMatchObject({ state: 'pending', target: { kind: 'group' } })
      expect(await run(agent(1), 'session.accept', { sessionId })).toMatchObject({ code: 'blocked-by-you' })
      await arrive(2)
      await done(agent(2), 'session.accept', { sessionId })
      const { version } = await session()
      const args = { sessionId, version, to: FIRST, waiting: true }
      expect(await run(agent(2), 'session.force-transfer', { ...args, note: '' })).toMatchObject({
        code: 'not-receivable',
      })
      expect(
        await run(agent(2), 'session.transfer', { ...args, customerNote: '', colleagueNote: '' }),
      ).toMatchObject({ code: 'not-receivable' })
      // Whom they served last would be asked first.
      await done(visitor, 'customer.leave', {})
      await done(agent(2), 'reception.set', { on: false })
      await write(visitor, '还在吗')
      expect(await session()).toMatchObject({ state: 'pending' })

      expect(await reception.engine.query(agent(1), 'block-entries.own', {})).toMatchObject({
        ok: true,
        value: { entries: [{ customerId, number: 1 }] },
      })
      await done(agent(1), 'block-entry.remove', { customerId })
      await done(visitor, 'customer.leave', {})
      await write(visitor, '在吗')
      expect(await session()).toMatchObject({ handlerId: 'agent-1' })
    })
  })

  it('R-15-042 whom the company blocked is on its list with why, until when and by whom, for whoever may block', async () => {
    await withReception({ agents: 2, permissions: ['block.company'] }, async (reception) => {
      const { arrive, customer, write, done, agent, engine, clock } = reception
      const list = async (number: number) => engine.query(agent(number), 'block-entries.company', {})
      await arrive(1)
      const [flooder, other] = [await customer('刷屏'), await customer('小王')]
      for (const one of [flooder, other]) await write(one, '在吗')
      const { customerId } = flooder
      await done(agent(1), 'customer.block', { customerId, reason: '刷屏', hours: 24 })
      await done(agent(1), 'customer.block', { customerId: other.customerId, reason: '', hours: null })
      const at = clock.now()
      expect(await list(2)).toMatchObject({
        ok: true,
        value: {
          entries: expect.arrayContaining([
            {
              customerId,
              number: 1,
              name: expect.anything(),
              at,
              until: at + 24 * 3_600_000,
              reason: '刷屏',
              byId: 'agent-1',
            },
            expect.objectContaining({ customerId: other.customerId, until: null }),
          ]),
        },
      })
      await done(agent(2), 'customer.unblock', { customerId: other.customerId })
      expect(await list(1)).toMatchObject({ value: { entries: [{ customerId }] } })
    })
    await withReception({ agents: 1 }, async ({ agent, engine }) => {
      expect(await engine.query(agent(1), 'block-entries.company', {})).toMatchObject({ code: 'not-found' })
    })
  })

  it('R-02-300 colleagues cannot be blocked, nor strangers', async () => {
    await withReception({ agents: 2 }, async ({ run, agent, customer }) => {
      const stranger = await customer('生客')
      for (const customerId of ['agent-2' as CustomerId, stranger.customerId]) {
        expect(await run(agent(1), 'block-entry.add', { customerId })).toMatchObject({ code: 'not-found' })
      }
    })
  })
})
