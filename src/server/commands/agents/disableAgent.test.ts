import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { GROUP, ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { sql } from '../../../base/sql.ts'
import { GROUP_DEFAULTS, type AgentId } from '../../../protocol/model/index.ts'
import { presenceOf } from '../../db/agentPresence.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'

const OPTIONS = { permissions: ['reception.groups'] } as const
const agentId = (number: number): AgentId => `agent-${number}` as AgentId

/** `agent-1` becomes an administrator; the others keep the role of agents. */
const makeAdmin = async ({ db }: Reception): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.run(sql`
      insert into roles (organization_id, id, name, permissions)
      values (${ORGANIZATION}, 'role-admin', '管理员', ${JSON.stringify(['admin'])})`)
    await tx.run(sql`
      update agents set role_ids = ${JSON.stringify(['role-agent', 'role-admin'])}
      where organization_id = ${ORGANIZATION} and id = 'agent-1'`)
    await tx.run(sql`update organizations set config_revision = config_revision + 1`)
  })
const sessionOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal) =>
  (await openSessionOf(db, ORGANIZATION, conversationId))?.session

describeDatabases('an account that is taken out of use', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-01-067 R-02-149 R-02-150 its sessions go back to routing, to a colleague or into the pool; what waited for it waits for the group', async () => {
    await withReception({ ...OPTIONS, capacity: 2 }, async (reception) => {
      const { arrive, customer, write, agent, done, run, db, clock } = reception
      await makeAdmin(reception)
      await arrive(3)
      const visitors = [await customer('甲'), await customer('乙')]
      for (const visitor of visitors) await write(visitor, '在吗')
      const third = await customer('丙')
      await db.transaction(async (tx) => {
        await tx.run(sql`update widgets set target_kind = 'agent', target_id = 'agent-3'`)
      })
      await write(third, '在吗')
      expect(await sessionOf(reception, third)).toMatchObject({
        state: 'pending',
        target: { kind: 'agent', agentId: 'agent-3' },
      })
      // There is room for one of the three.
      await arrive(2)
      await db.transaction(async (tx) => {
        await tx.run(sql`update agents set capacity = 1 where id = 'agent-2'`)
        await tx.run(sql`update organizations set config_revision = config_revision + 1`)
      })
      clock.advance(1000)
      await done(agent(1), 'agent.disable', { agentId: agentId(3) })
      const after = await Promise.all([...visitors, third].map((visitor) => sessionOf(reception, visitor)))
      expect(after.flatMap((session) => session?.handlerId ?? [])).toEqual(['agent-2'])
      for (const session of after) expect(session?.target).toEqual({ kind: 'group', groupId: GROUP })
      expect(after.filter((session) => session?.state === 'pending')).toHaveLength(2)
      expect(await presenceOf(db, ORGANIZATION, agentId(3))).toMatchObject({ load: 0 })
      // Nothing comes to it, and it does nothing any more.
      await write(await customer('丁'), '在吗')
      expect(await presenceOf(db, ORGANIZATION, agentId(3))).toMatchObject({ load: 0 })
      expect(await run(agent(3), 'reception.set', { on: true })).toMatchObject({ ok: false })
      await done(agent(1), 'agent.enable', { agentId: agentId(3) })
      expect(await run(agent(3), 'reception.set', { on: true })).toMatchObject({ ok: true })
    })
  })

  it('only by an administrator, and neither oneself nor another one', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { agent, run } = reception
      expect(await run(agent(1), 'agent.disable', { agentId: agentId(2) })).toMatchObject({
        code: 'forbidden',
      })
      await makeAdmin(reception)
      expect(await run(agent(1), 'agent.disable', { agentId: agentId(1) })).toMatchObject({
        code: 'forbidden',
      })
      expect(await run(agent(1), 'agent.disable', { agentId: agentId(9) })).toMatchObject({
        code: 'not-found',
      })
      for (let time = 0; time < 2; time += 1) {
        expect(await run(agent(1), 'agent.disable', { agentId: agentId(2) })).toMatchObject({ ok: true })
      }
    })
  })

  it('R-02-054 R-02-081 a member who is taken out of the group keeps the running sessions, and what their customers write', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, agent, done, db } = reception
      await arrive(2)
      const visitor = await customer('甲')
      await write(visitor, '在吗')
      const before = await sessionOf(reception, visitor)
      expect(before).toMatchObject({ handlerId: 'agent-2' })
      await done(agent(1), 'group.save', {
        ...GROUP_DEFAULTS,
        id: GROUP,
        name: '在线客服',
        memberIds: [agentId(1), agentId(3)],
      })
      await arrive(1, 3)
      await done(agent(2), 'reception.set', { on: false })
      await write(visitor, '还在吗')
      expect(await sessionOf(reception, visitor)).toMatchObject({ id: before?.id, handlerId: 'agent-2' })
      expect(await presenceOf(db, ORGANIZATION, agentId(2))).toMatchObject({ load: 1 })
    })
  })
})
