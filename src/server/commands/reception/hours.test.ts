import { expect, it } from 'vitest'

import { describeSqlite } from '../../../../tests/support/databases.ts'
import {
  GROUP,
  ORGANIZATION,
  OTHER_GROUP,
  receptionsOf,
  WIDGET,
} from '../../../../tests/support/reception.ts'
import { configureReception, latestSession, saveGroup } from '../../../../tests/support/receptionSettings.ts'
import type { AgentId, BusinessHours } from '../../../protocol/model/index.ts'
import { findWidget, saveWidget } from '../../db/widgets.ts'

const OPTIONS = { agents: 2, permissions: ['reception.routing', 'reception.groups'] } as const
const HOUR = 3_600_000
/** Nobody is ever there. */
const NEVER: BusinessHours = { week: [], holidays: [], workingDays: [] }
/** It is Monday, ten o'clock: they come at noon. */
const FROM_NOON: BusinessHours = { week: [{ day: 1, from: 720, to: 1080 }], holidays: [], workingDays: [] }

describeSqlite('business hours', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-181 a closed group is given nobody by hand but its pool, after a confirmation', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, run, done, agent } = reception
      await saveGroup(reception, { id: OTHER_GROUP, memberIds: ['agent-2' as AgentId], hours: NEVER })
      await arrive(1)
      const visitor = await customer('小李')
      await write(visitor, '在吗')
      await arrive(2)
      const { id: sessionId, version } = await latestSession(reception, visitor)
      const to = { kind: 'group', groupId: OTHER_GROUP } as const
      const args = { sessionId, version, to, customerNote: '', colleagueNote: '' }
      expect(await run(agent(1), 'session.transfer', { ...args, waiting: false })).toMatchObject({
        code: 'not-receivable',
      })
      await done(agent(1), 'session.transfer', { ...args, waiting: true })
      expect(await latestSession(reception, visitor)).toMatchObject({ state: 'pending', target: to })
    })
  })

  it('R-02-124 what waits for a closed group is given out when it opens', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, clock, engine } = reception
      await configureReception(reception, { autoAssignGroupPool: true, offHours: [{ kind: 'pending-pool' }] })
      await saveGroup(reception, { hours: FROM_NOON })
      const visitor = await customer('小李')
      await write(visitor, '在吗')
      await arrive(1)
      expect(await latestSession(reception, visitor)).toMatchObject({ state: 'pending' })
      const opens = { kind: 'group-opens', subject: GROUP } as const
      await engine.runInternal(ORGANIZATION, 'timer.fire', opens)
      expect(await latestSession(reception, visitor)).toMatchObject({ state: 'pending' })
      clock.advance(2 * HOUR)
      await engine.runInternal(ORGANIZATION, 'timer.fire', opens)
      expect(await latestSession(reception, visitor)).toMatchObject({
        state: 'assigned',
        handlerId: 'agent-1',
      })
    })
  })

  it('R-02-180 who asks for one agent outside the hours gets them if they are there, else the plan', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, db } = reception
      const entry = await findWidget(db, WIDGET)
      if (!entry) throw new Error('no widget')
      const target = { kind: 'agent', agentId: 'agent-1' as AgentId } as const
      await db.transaction(async (tx) => saveWidget(tx, ORGANIZATION, { ...entry.widget, target }))
      await configureReception(reception, { hours: FROM_NOON, offHours: [{ kind: 'leave-message' }] })
      const early = await customer('早')
      await write(early, '在吗')
      expect(await latestSession(reception, early)).toMatchObject({
        state: 'ended',
        why: { cause: 'closed', opensAt: reception.clock.now() + 2 * HOUR },
      })
      await arrive(1)
      await write(early, '还在吗')
      expect(await latestSession(reception, early)).toMatchObject({ state: 'assigned', handlerId: 'agent-1' })
    })
  })
})
