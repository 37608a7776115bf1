import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import type { OrganizationId } from '../../../protocol/model/index.ts'
import { presencesOf } from '../../db/agentPresence.ts'
import { agentsOf, credentialsOf } from '../../db/agents.ts'
import { findOrganization, logPositionOf } from '../../db/organizations.ts'
import { groupsOf } from '../../db/receptionGroups.ts'
import { findWidget } from '../../db/widgets.ts'
import { meOf } from '../../snapshot/scopesOf.ts'

const NEW = 'org-new' as OrganizationId
const PLAN = {
  name: '新公司',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  admin: { account: 'Admin', passwordHash: 'hash-a' },
  agent: { account: 'first', name: '小美', passwordHash: 'hash-b' },
} as const

describeDatabases('inside the server', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-01-001 R-02-050 an organisation begins with a super admin, roles, an agent, the main group and a widget', async () => {
    await withReception({}, async ({ db, engine }) => {
      const made = await engine.runInternal(NEW, 'organization.create', PLAN)
      if (!made.ok) throw new Error(made.code)
      const { adminId, agentId, groupId, widgetId } = made.value
      expect(await findOrganization(db, NEW)).toMatchObject({ name: '新公司', capacity: 10 })
      expect((await agentsOf(db, NEW)).map(({ id }) => id)).toEqual([agentId])
      expect(await credentialsOf(db, ' ADMIN ')).toMatchObject({ agentId: adminId, superAdmin: true })
      expect(await groupsOf(db, NEW)).toMatchObject([{ id: groupId, main: true, memberIds: [agentId] }])
      expect(await findWidget(db, widgetId)).toMatchObject({
        widget: { target: { kind: 'group', groupId } },
        invalid: false,
      })
      expect((await meOf(db, NEW, agentId))?.permissions).toContain('monitor.view')
      expect((await logPositionOf(db, NEW))?.revision).toBe(7)
    })
  })

  it('an account that is taken makes no organisation at all', async () => {
    await withReception({}, async ({ db, engine }) => {
      const plan = { ...PLAN, agent: { ...PLAN.agent, account: 'AGENT1' } }
      expect(await engine.runInternal(NEW, 'organization.create', plan)).toEqual({
        ok: false,
        code: 'invalid',
        details: { path: 'account' },
      })
      expect(await findOrganization(db, NEW)).toBeUndefined()
    })
  })

  it('R-02-010 a visitor keeps their identity by the token, a new one gets a number', async () => {
    await withReception({}, async ({ db, customer, engine }) => {
      const first = await customer('甲')
      expect(await customer('甲')).toEqual(first)
      const second = await customer('乙')
      expect(second.conversationId).not.toBe(first.conversationId)
      const numbers = await db.all<{ number: number }>({
        text: 'select number from customers order by number',
        values: [],
      })
      expect(numbers).toEqual([{ number: 1 }, { number: 2 }])
      const foreign = await engine.runInternal(ORGANIZATION, 'identity.open', {
        widgetId: 'elsewhere' as never,
        keyHash: 'x',
        source: { kind: 'direct', host: '', words: '', campaign: {} },
        language: '',
      })
      expect(foreign).toEqual({ ok: false, code: 'not-found' })
    })
  })

  it('R-02-123 whoever becomes receivable gets what waits for them, by waiting time, until they are full', async () => {
    await withReception({}, async ({ db, clock, arrive, customer, write, done, agent }) => {
      await db.transaction(async (tx) => {
        await tx.run({
          text: `update widgets set target_kind = 'agent', target_id = 'agent-2'`,
          values: [],
        })
        await tx.run({ text: `update agents set capacity = 2 where id = 'agent-2'`, values: [] })
        await tx.run({ text: `update organizations set config_revision = config_revision + 1`, values: [] })
      })
      const visitors = []
      for (const name of ['一', '二', '三']) {
        const visitor = await customer(name)
        visitors.push(visitor)
        await write(visitor, '你好')
        clock.advance(1000)
      }
      const handled = async () => {
        const rows = await db.all<{ conversation_id: string }>({
          text: `select conversation_id from sessions where handler_id = 'agent-2' and state <> 'ended'
            order by requested_at`,
          values: [],
        })
        return rows.map((row) => row.conversation_id)
      }
      expect(await handled()).toEqual([])
      await arrive(1, 2)
      expect(await handled()).toEqual(visitors.slice(0, 2).map(({ conversationId }) => conversationId))
      const [first, , third] = visitors
      if (!first || !third) throw new Error('no visitors')
      await done(first, 'customer.leave', {})
      expect(await handled()).toContain(third.conversationId)
      await done(agent(2), 'presence.set', { presence: 'busy' })
      const loads = (await presencesOf(db, ORGANIZATION)).filter(({ load }) => load > 0)
      expect(loads.map(({ agent_id, load }) => [agent_id, load])).toEqual([['agent-2', 2]])
    })
  })
})
