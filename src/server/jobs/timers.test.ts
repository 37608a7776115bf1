import { expect, it } from 'vitest'

import { createTestClock, type TestClock } from '../../../tests/support/clock.ts'
import { describeDatabases } from '../../../tests/support/databases.ts'
import { openReception, ORGANIZATION, type Reception } from '../../../tests/support/reception.ts'
import { silentLogger } from '../../base/logger.ts'
import { refuse } from '../../base/result.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import { presenceOf } from '../db/agentPresence.ts'
import { conversationsByIds } from '../db/conversations.ts'
import { openSessionOf } from '../db/sessions.ts'
import { dueTimers, setTimer } from '../db/timers.ts'
import { createJobs } from './index.ts'
import { createTimerService } from './timers.ts'

const MINUTE = 60_000

/** Lets the service wake up and do what is due. The slower the database, the seldomer: its time is not the clock's. */
const until = async (clock: TestClock, what: () => Promise<boolean>): Promise<void> => {
  let turn = 0
  const isDone = async (): Promise<boolean> => {
    if (await what()) return true
    turn += 1
    if (turn <= 8 || Number.isInteger(Math.log2(turn))) clock.advance(25)
    return false
  }
  await expect.poll(isDone, { interval: 2 }).toBe(true)
}

describeDatabases('timers', (databases) => {
  const withReception = async (
    test: (reception: Reception, again: () => Promise<Reception>) => Promise<void>,
  ) => {
    const address = await databases.fresh()
    if (!address) return
    const clock = createTestClock()
    let reception = await openReception({ address, agents: 2, clock })
    try {
      await test(reception, async () => {
        await reception.close()
        reception = await openReception({ address, clock, keep: true })
        return reception
      })
    } finally {
      await reception.close()
    }
  }

  it('R-02-007 what fell due while the server was down fires once, in due order, when it is back', async () => {
    await withReception(async ({ db, clock, engine }, again) => {
      const now = clock.now()
      await db.transaction(async (tx) => {
        for (let n = 0; n < 300; n += 1) {
          const due_at = now + ((n * 7919) % 300) * 10
          await setTimer(tx, {
            organization_id: ORGANIZATION,
            kind: 'session-idle',
            subject: `s${n}`,
            due_at,
          })
        }
      })
      await engine.stop()
      clock.advance(10 * MINUTE)
      const back = await again()
      const fired: string[] = []
      const due = (await dueTimers(back.db, clock.now(), 1000)).map(({ subject }) => subject)
      const service = createTimerService({
        db: back.db,
        clock,
        log: silentLogger,
        engine: {
          runInternal: async (organizationId: OrganizationId, name, args) => {
            if ('timers' in args) fired.push(...args.timers.map(({ subject }) => subject))
            return back.engine.runInternal(organizationId, name, args)
          },
        },
      })
      await service.start()
      expect(fired).toEqual(due)
      expect(fired).toHaveLength(300)
      expect(await dueTimers(back.db, clock.now(), 1000)).toEqual([])
      clock.advance(MINUTE)
      await service.stop()
      expect(fired).toHaveLength(300)
    })
  })

  it('one that cannot be fired keeps neither those of its moment nor later ones, and stays', async () => {
    await withReception(async ({ db, clock, engine }) => {
      const subjects = ['s1', 'broken', 's2']
      await db.transaction(async (tx) => {
        for (const [index, subject] of subjects.entries()) {
          const due_at = clock.now() - 10 + index
          await setTimer(tx, { organization_id: ORGANIZATION, kind: 'session-idle', subject, due_at })
        }
      })
      const failed: unknown[] = []
      const service = createTimerService({
        db,
        clock,
        log: { ...silentLogger, error: (_message, fields) => failed.push(fields) },
        engine: {
          runInternal: async (organizationId: OrganizationId, name, args) => {
            const isBroken = JSON.stringify(args).includes('broken')
            return isBroken ? refuse('internal') : engine.runInternal(organizationId, name, args)
          },
        },
      })
      await service.start()
      await service.stop()
      expect((await dueTimers(db, clock.now(), 10)).map(({ subject }) => subject)).toEqual(['broken'])
      expect(failed).toEqual([{ kind: 'session-idle', code: 'internal' }])
    })
  })

  it('what a later timer of the same session finds is what the earlier one left', async () => {
    await withReception(async (reception) => {
      const { db, clock, arrive, customer, write } = reception
      await arrive(1)
      const visitor = await customer('两个钟')
      await write(visitor, '在吗')
      const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      const subject = open?.session.id ?? ''
      const bundles: string[][] = []
      await db.transaction(async (tx) => {
        const later = { organization_id: ORGANIZATION, subject, due_at: clock.now() }
        await setTimer(tx, { ...later, kind: 'session-unanswered', due_at: clock.now() - 1 })
        await setTimer(tx, { ...later, kind: 'session-idle' })
      })
      const service = createTimerService({
        db,
        clock,
        log: silentLogger,
        engine: {
          runInternal: async (organizationId: OrganizationId, name, args) => {
            if ('timers' in args) bundles.push(args.timers.map(({ kind }) => kind))
            return reception.engine.runInternal(organizationId, name, args)
          },
        },
      })
      await service.start()
      await service.stop()
      expect(bundles).toEqual([['session-unanswered'], ['session-idle']])
    })
  })

  it('R-02-154 a session ends half an hour after the last answer, however long it was looked after before', async () => {
    await withReception(async (reception) => {
      const { db, clock, arrive, customer, write, send, agent } = reception
      const jobs = createJobs({ db, engine: reception.engine, clock, log: silentLogger })
      await jobs.start()
      await arrive(1)
      const visitor = await customer('慢热')
      await write(visitor, '一')
      clock.advance(20 * MINUTE)
      await send(agent(1), visitor.conversationId, '您好')
      const latest = async () => openSessionOf(db, ORGANIZATION, visitor.conversationId)
      for (let minute = 0; minute < 29; minute += 1) {
        clock.advance(MINUTE)
        await until(clock, async () => (await dueTimers(db, clock.now(), 1)).length === 0)
      }
      expect((await latest())?.session.state).toBe('active')
      clock.advance(MINUTE + 1000)
      await until(clock, async () => (await latest()) === undefined)
      expect(await latest()).toBeUndefined()
      const [conversation] = await conversationsByIds(db, ORGANIZATION, [visitor.conversationId])
      expect(conversation?.preview).toMatchObject({ kind: 'system', text: 'session-ended' })
      await jobs.stop()
    })
  })

  it('R-02-065 after a restart who does not come back within a minute is offline', async () => {
    await withReception(async ({ arrive, agent }, again) => {
      await arrive(1, 2)
      const back = await again()
      const jobs = createJobs({ db: back.db, engine: back.engine, clock: back.clock, log: silentLogger })
      await jobs.start()
      await back.arrive(2)
      back.clock.advance(MINUTE + 1000)
      const online = async (number: number) =>
        (await presenceOf(back.db, ORGANIZATION, agent(number).agentId))?.online
      await until(back.clock, async () => (await online(1)) === 0)
      expect([await online(1), await online(2)]).toEqual([0, 1])
      await jobs.stop()
    })
  })
})
