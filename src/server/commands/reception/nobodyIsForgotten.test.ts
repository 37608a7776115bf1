import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { GROUP, ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { configureReception } from '../../../../tests/support/receptionSettings.ts'
import { sql } from '../../../base/sql.ts'
import type { AgentId, Session } from '../../../protocol/model/index.ts'
import { groupsOf, saveGroup } from '../../db/receptionGroups.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'

const OPTIONS = {
  agents: 3,
  permissions: ['customer.config', 'monitor.force-transfer', 'reception.groups', 'reception.routing'],
} as const
const MINUTE = 60_000

const sessionOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<Session> => {
  const stored = await openSessionOf(db, ORGANIZATION, conversationId)
  if (!stored) throw new Error('no open session')
  return stored.session
}

describeDatabases('whoever waits', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-01-067 never goes back to somebody who was disabled meanwhile', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { db, arrive, customer, write, done, agent, engine } = reception
      await db.transaction(async (tx) => {
        await tx.run(sql`
          insert into roles (organization_id, id, name, permissions)
          values (${ORGANIZATION}, 'role-boss', '主管', '["admin"]')`)
        await tx.run(sql`update agents set role_ids = '["role-agent","role-boss"]' where id = 'agent-2'`)
      })
      const visitor = await customer('小李')
      await write(visitor, '在吗')
      const { id: sessionId } = await sessionOf(reception, visitor)
      const to = { kind: 'agent', agentId: 'agent-3' as AgentId } as const
      await done(agent(1), 'session.retarget', { sessionIds: [sessionId], to })
      await arrive(1)
      await done(agent(1), 'session.accept', { sessionId })
      await done(agent(2), 'agent.disable', { agentId: 'agent-3' as AgentId })
      await done(agent(1), 'reception.set', { on: false })
      await engine.runInternal(ORGANIZATION, 'session.requeue', { sessionId })
      expect(await sessionOf(reception, visitor)).toMatchObject({
        state: 'pending',
        target: { kind: 'group', groupId: GROUP },
      })
    })
  })

  it('R-02-124 is given to a free agent who joins the group', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { db, arrive, customer, write, done, agent } = reception
      await configureReception(reception, { autoAssignGroupPool: true })
      const [group] = (await groupsOf(db, ORGANIZATION)).filter(({ main }) => main)
      if (!group) throw new Error('no group')
      const { main: _main, ...rest } = group
      const others = ['agent-2', 'agent-3'] as AgentId[]
      await done(agent(1), 'group.save', { ...rest, memberIds: others })
      await arrive(1)
      const visitor = await customer('小王')
      await write(visitor, '在吗')
      expect(await sessionOf(reception, visitor)).toMatchObject({ state: 'pending' })
      const version = rest.version + 1
      await done(agent(1), 'group.save', { ...rest, version, memberIds: [...others, 'agent-1' as AgentId] })
      expect(await sessionOf(reception, visitor)).toMatchObject({ handlerId: 'agent-1' })
    })
  })

  it('R-02-195 is not given back from the pool to whoever left them without an answer', async () => {
    await withReception({ ...OPTIONS, agents: 4 }, async (reception) => {
      const { db, arrive, customer, write, clock, engine } = reception
      await configureReception(reception, { autoAssignGroupPool: true })
      await db.transaction(async (tx) => {
        for (const group of await groupsOf(tx, ORGANIZATION))
          if (group.main)
            await saveGroup(tx, ORGANIZATION, { ...group, timeoutTransfer: { minutes: 1, customerNote: '' } })
      })
      await configureReception(reception, {})
      await arrive(1, 2, 3, 4)
      const visitor = await customer('小张')
      await write(visitor, '在吗')
      const { id: subject } = await sessionOf(reception, visitor)
      for (let time = 0; time < 4; time += 1) {
        clock.advance(MINUTE)
        await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'session-unanswered', subject })
      }
      expect(await sessionOf(reception, visitor)).toMatchObject({ state: 'pending', handlerId: null })
    })
  })
})
