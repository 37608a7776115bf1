import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import type { AgentId, Reminder } from '../../../protocol/model/index.ts'
import { findListEntry } from '../../db/listEntries.ts'
import { remindersOf } from '../../db/reminders.ts'
import { dueTimers } from '../../db/timers.ts'

const MINUTE = 60_000
const ME = 'agent-1' as AgentId

const served = async ({ arrive, customer, write, send, agent }: Reception) => {
  await arrive(1)
  const visitor = await customer('小李')
  await write(visitor, '在吗')
  await send(agent(1), visitor.conversationId, '我查一下')
  return visitor
}

const own = async ({ db }: Reception): Promise<Reminder | undefined> =>
  (await remindersOf(db, ORGANIZATION, ME))[0]

const fireDue = async ({ db, clock, engine }: Reception): Promise<number> => {
  const due = (await dueTimers(db, clock.now(), 100)).filter(({ kind }) => kind === 'reminder')
  await engine.runInternal(ORGANIZATION, 'timers.fire', { timers: due })
  return due.length
}

describeDatabases('a conversation that was put off', (databases) => {
  const withReception = receptionsOf(databases)

  it('comes back at its time, once, also into a list it was taken out of, and is done with by an answer', async () => {
    await withReception({}, async (reception) => {
      const { db, clock, done, send, agent } = reception
      const visitor = await served(reception)
      const { conversationId } = visitor
      const { reminder } = await done(agent(1), 'reminder.set', {
        conversationId,
        when: { kind: 'in', minutes: 10 },
      })
      expect(reminder).toMatchObject({ dueAt: clock.now() + 10 * MINUTE, rungAt: null })
      await done(visitor, 'customer.leave', {})
      await done(agent(1), 'list-entry.remove', { conversationId })
      clock.advance(10 * MINUTE)
      expect(await fireDue(reception)).toBe(1)
      expect(await own(reception)).toMatchObject({ rungAt: clock.now() })
      expect(await findListEntry(db, ORGANIZATION, ME, conversationId)).toBeDefined()
      expect(await fireDue(reception)).toBe(0)
      await send(agent(1), conversationId, '查到了')
      expect(await own(reception)).toBeUndefined()
    })
  })

  it('comes back when the customer writes; another time can be set, and it can be given up', async () => {
    await withReception({}, async (reception) => {
      const { clock, done, run, write, agent } = reception
      const visitor = await served(reception)
      const { conversationId } = visitor
      const at = clock.now() + 60 * MINUTE
      await done(agent(1), 'reminder.set', { conversationId, when: { kind: 'at', at } })
      await write(visitor, '好了吗')
      expect(await own(reception)).toMatchObject({ dueAt: at, rungAt: clock.now() })
      await done(agent(1), 'reminder.set', { conversationId, when: { kind: 'tomorrow' } })
      expect(await own(reception)).toMatchObject({ rungAt: null })
      const past = await run(agent(1), 'reminder.set', { conversationId, when: { kind: 'at', at: 1 } })
      expect(past).toMatchObject({ code: 'time-past' })
      const strange = await run(agent(2), 'reminder.set', { conversationId, when: { kind: 'tomorrow' } })
      expect(strange).toMatchObject({ code: 'not-found' })
      await done(agent(1), 'reminder.remove', { conversationId })
      clock.advance(48 * 60 * MINUTE)
      expect(await fireDue(reception)).toBe(0)
    })
  })
})
