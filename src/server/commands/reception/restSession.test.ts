import { expect, it } from 'vitest'

import { describeSqlite } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { configureReception, latestSession } from '../../../../tests/support/receptionSettings.ts'
import type { AgentId } from '../../../protocol/model/index.ts'
import { presenceOf } from '../../db/agentPresence.ts'
import { dueTimers } from '../../db/timers.ts'

const MINUTE = 60_000
const OPTIONS = { capacity: 1, permissions: ['reception.routing'] } as const

const fireDue = async ({ db, clock, engine }: Reception): Promise<void> => {
  const timers = (await dueTimers(db, clock.now(), 100)).filter(({ kind }) => kind === 'session-rest')
  await engine.runInternal(ORGANIZATION, 'timers.fire', { timers })
}
const loadOf = async ({ db }: Reception): Promise<number | undefined> =>
  (await presenceOf(db, ORGANIZATION, 'agent-1' as AgentId))?.load

describeSqlite('a session in which nobody writes', (databases) => {
  const withReception = receptionsOf(databases)

  it('stops counting for the load after the minutes of the setting, lets somebody else in, and counts again with the next word', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, clock, customer, write, send, agent } = reception
      await arrive(1)
      await configureReception(reception, { restMinutes: 10, autoAssignGroupPool: true })
      const quiet = await customer('小李')
      const next = await customer('小王')
      await write(quiet, '在吗')
      await write(next, '有人吗')
      clock.advance(11 * MINUTE)
      await fireDue(reception)
      // The customer waits for an answer: that is not rest.
      expect(await latestSession(reception, quiet)).not.toHaveProperty('resting')
      await send(agent(1), quiet.conversationId, '在的')
      clock.advance(11 * MINUTE)
      await fireDue(reception)
      expect(await latestSession(reception, quiet)).toMatchObject({ state: 'active', resting: true })
      expect(await latestSession(reception, next)).toMatchObject({ state: 'assigned', handlerId: 'agent-1' })
      expect(await loadOf(reception)).toBe(1)
      await write(quiet, '谢谢')
      expect(await latestSession(reception, quiet)).not.toHaveProperty('resting')
      expect(await loadOf(reception)).toBe(2)
    })
  })

  it('rests also where the setting came later, and no more when it is switched off', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, clock, customer, write, send, done, agent } = reception
      await arrive(1)
      const visitor = await customer('小李')
      await write(visitor, '在吗')
      await send(agent(1), visitor.conversationId, '在的')
      clock.advance(20 * MINUTE)
      await configureReception(reception, { restMinutes: 5 })
      clock.advance(5 * MINUTE)
      await fireDue(reception)
      expect(await loadOf(reception)).toBe(0)
      await configureReception(reception, { restMinutes: 0 })
      expect(await loadOf(reception)).toBe(1)
      await configureReception(reception, { restMinutes: 5 })
      clock.advance(5 * MINUTE)
      await fireDue(reception)
      await done(visitor, 'customer.leave', {})
      expect(await loadOf(reception)).toBe(0)
    })
  })
})
