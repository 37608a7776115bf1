import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import {
  GROUP,
  ORGANIZATION,
  OTHER_GROUP,
  receptionsOf,
  type Reception,
} from '../../../../tests/support/reception.ts'
import type { AgentId, SessionId, SessionTarget } from '../../../protocol/model/index.ts'
import { findCustomer } from '../../db/customers.ts'
import { journalOf } from '../../db/sessionJournal.ts'
import { findSession, openSessionOf } from '../../db/sessions.ts'

const OPTIONS = { permissions: ['customer.config'] } as const
const AGENT_2: SessionTarget = { kind: 'agent', agentId: 'agent-2' as AgentId }
const OTHER: SessionTarget = { kind: 'group', groupId: OTHER_GROUP }

const waiting = async (
  { customer, write, db }: Reception,
  ...names: readonly string[]
): Promise<SessionId[]> => {
  const ids: SessionId[] = []
  for (const name of names) {
    const visitor = await customer(name)
    await write(visitor, '在吗')
    const stored = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
    if (stored?.session.state !== 'pending') throw new Error('does not wait')
    ids.push(stored.session.id)
  }
  return ids
}
const stateOf = async ({ db }: Reception, id: SessionId) => (await findSession(db, ORGANIZATION, id))?.session

describeDatabases('the pool as its administrator arranges it', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-134 waiting customers get another target: they leave the one part of the pool and enter the other, and wait on', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { agent, done, clock, commits, db } = reception
      const ids = await waiting(reception, '甲', '乙')
      const before = await stateOf(reception, ids[0] as SessionId)
      clock.advance(60_000)
      commits.length = 0
      expect(await done(agent(1), 'session.retarget', { sessionIds: ids, to: OTHER })).toEqual({
        waiting: 2,
        assigned: 0,
        gone: 0,
      })
      for (const id of ids)
        expect(await stateOf(reception, id)).toMatchObject({ state: 'pending', target: OTHER })
      // Nobody loses the time they have waited.
      expect((await stateOf(reception, ids[0] as SessionId))?.pendingSince).toBe(before?.pendingSince)
      const seen = commits
        .flatMap(({ entries }) => entries)
        .flatMap(({ event, scope }) => (event.startsWith('pool.') ? [`${event} ${scope}`] : []))
      expect(seen).toEqual(
        [1, 2].flatMap(() => [`pool.left pool:group:${GROUP}`, `pool.entered pool:group:${OTHER_GROUP}`]),
      )
      // Both queues are counted again, so that everybody learns their place.
      const moved = commits
        .flatMap(({ signals }) => signals)
        .flatMap((signal) => (signal.kind === 'queue-moved' ? [signal.target] : []))
      expect(new Set(moved)).toEqual(new Set([GROUP, OTHER_GROUP]))
      expect((await journalOf(db, ORGANIZATION, ids[0] as SessionId)).at(-1)).toMatchObject({
        cause: 'retargeted',
        actor: { id: 'agent-1' },
      })
    })
  })

  it('R-02-128 an agent who can receive gets them at once up to the capacity, the longest waiting first', async () => {
    await withReception({ ...OPTIONS, capacity: 2 }, async (reception) => {
      const { agent, done, arrive, clock } = reception
      const ids: SessionId[] = []
      for (const name of ['甲', '乙', '丙']) {
        ids.push(...(await waiting(reception, name)))
        clock.advance(1000)
      }
      await done(agent(1), 'session.dismiss', { sessionId: ids[0] as SessionId })
      const more = await waiting(reception, '丁')
      await arrive(2)
      expect(
        await done(agent(1), 'session.retarget', {
          sessionIds: [...more, ...ids],
          to: AGENT_2,
        }),
      ).toEqual({ waiting: 1, assigned: 2, gone: 1 })
      expect(await Promise.all([...ids, ...more].map((id) => stateOf(reception, id)))).toMatchObject([
        { state: 'ended' },
        { state: 'assigned', handlerId: 'agent-2' },
        { state: 'assigned', handlerId: 'agent-2' },
        { state: 'pending', target: AGENT_2 },
      ])
    })
  })

  it('R-02-128 many customers get an owner with one command, and the pool shows it', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { agent, done, run, db, commits } = reception
      const ids = await waiting(reception, '甲', '乙')
      const customerIds = await Promise.all(
        ids.map(async (id) => {
          const session = await stateOf(reception, id)
          if (!session) throw new Error('no session')
          return session.customerId
        }),
      )
      commits.length = 0
      const ownerId = 'agent-3' as AgentId
      await done(agent(1), 'customer.set-owner', { customerIds, ownerId })
      for (const id of customerIds) {
        expect(await findCustomer(db, ORGANIZATION, id)).toMatchObject({ ownerId, ownership: 'owned' })
      }
      const changed = commits
        .flatMap(({ entries }) => entries)
        .filter(({ event }) => event === 'pool.changed')
      expect(changed.map(({ payload }) => payload)).toMatchObject([
        { entry: { ownerId } },
        { entry: { ownerId } },
      ])
      await done(agent(1), 'customer.set-owner', { customerIds, ownerId: null })
      expect(await findCustomer(db, ORGANIZATION, customerIds[0] as never)).toMatchObject({
        ownerId: null,
        ownership: 'company-pool',
      })
      expect(
        await run(agent(1), 'customer.set-owner', { customerIds, ownerId: 'agent-9' as AgentId }),
      ).toMatchObject({ code: 'not-found' })
    })
  })

  it('R-02-128 both need customer.config', async () => {
    await withReception({}, async (reception) => {
      const { agent, run } = reception
      const ids = await waiting(reception, '甲')
      expect(await run(agent(1), 'session.retarget', { sessionIds: ids, to: AGENT_2 })).toMatchObject({
        code: 'forbidden',
      })
      const session = await stateOf(reception, ids[0] as SessionId)
      if (!session) throw new Error('no session')
      const customerIds = [session.customerId]
      expect(await run(agent(1), 'customer.set-owner', { customerIds, ownerId: null })).toMatchObject({
        code: 'forbidden',
      })
    })
  })
})
