import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import type { CustomFieldId, StageId } from '../../../protocol/model/index.ts'
import { CUSTOMER_SETTINGS_DEFAULTS, FIRST_STAGE, WON_STAGE } from '../../../protocol/model/index.ts'
import type { ServerQueryArgs, ServerQueryName, ServerQueryResult } from '../../../protocol/queries/index.ts'
import { findCustomer, insertCustomer, mergeCustomer } from '../../db/customers.ts'
import { followRecordsOf } from '../../db/followRecords.ts'
import type { AgentPrincipal, Engine } from '../../engine/types.ts'

const OPTIONS = { agents: 2, permissions: ['customer.stage', 'customer.config'] } as const
const DAY_MS = 24 * 3_600_000

const asker =
  (engine: Engine, agent: AgentPrincipal) =>
  async <N extends ServerQueryName>(name: N, args: ServerQueryArgs<N>): Promise<ServerQueryResult<N>> => {
    const answer = await engine.query(agent, name, args)
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.code}`)
    return answer.value as ServerQueryResult<N>
  }

describeDatabases('the profile of a customer', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-03-126 R-03-127 two at once merge field by field, the same field is refused with its author, changes are told', async () => {
    await withReception(OPTIONS, async ({ arrive, customer, write, run, done, agent, engine }) => {
      await arrive(1)
      const visitor = await customer('小李')
      await write(visitor, '你好')
      const { customerId, conversationId } = visitor
      const edit = { customerId, version: 1 }
      await done(agent(1), 'customer.edit', { ...edit, was: { name: '' }, fields: { name: '李芳' } })
      const { customer: merged } = await done(agent(2), 'customer.edit', {
        ...edit,
        was: { region: '', phones: [] },
        fields: { region: '上海', phones: ['13800138000', '13800138000'] },
      })
      expect(merged).toMatchObject({ name: '李芳', region: '上海', details: { phones: ['13800138000'] } })
      const late = { ...edit, was: { name: '' }, fields: { name: '李小姐' } }
      expect(await run(agent(2), 'customer.edit', late)).toMatchObject({
        code: 'conflict',
        details: { field: 'name', by: 'agent-1' },
      })
      await done(agent(2), 'customer.edit', { ...late, was: { name: '李芳' } })
      for (const name of ['甲', '乙', '丙', '丁'])
        await done(agent(1), 'customer.edit', { ...edit, was: {}, fields: { name } })
      const ask = asker(engine, agent(1))
      const { changes } = await ask('customer.changes', { conversationId, field: 'name' })
      expect(changes.map(({ from, to, byId }) => [from, to, byId])).toEqual([
        ['丙', '丁', 'agent-1'],
        ['乙', '丙', 'agent-1'],
        ['甲', '乙', 'agent-1'],
        ['李小姐', '甲', 'agent-1'],
        ['李芳', '李小姐', 'agent-2'],
      ])
      expect(await ask('customer.changes', { conversationId, field: 'region' })).toMatchObject({
        changes: [{ from: '', to: '上海', byId: 'agent-2' }],
      })
    })
  })

  it('R-03-125 takes no value that cannot be, of its own fields and of the company’s', async () => {
    await withReception(OPTIONS, async ({ arrive, customer, write, run, done, agent, db }) => {
      await arrive(1)
      const visitor = await customer('小王')
      await write(visitor, '你好')
      const size = 'size' as CustomFieldId
      const since = 'since' as CustomFieldId
      const fields = [
        { id: size, name: '规模', kind: 'number' as const, options: [] },
        { id: since, name: '合作', kind: 'date' as const, options: [] },
        { id: 'level' as CustomFieldId, name: '等级', kind: 'choice' as const, options: ['甲', '乙'] },
      ]
      const settings = { ...CUSTOMER_SETTINGS_DEFAULTS, fields }
      await done(agent(1), 'customer-settings.save', settings)
      const edit = async (changed: object) =>
        run(agent(1), 'customer.edit', {
          customerId: visitor.customerId,
          version: 1,
          was: {},
          fields: changed,
        })
      expect(await edit({ birthday: '2190-01-01' })).toMatchObject({ details: { field: 'birthday' } })
      expect(await edit({ custom: { [size]: '很多' } })).toMatchObject({ code: 'wrong-value' })
      expect(await edit({ custom: { level: '丙' } })).toMatchObject({ details: { field: 'custom.level' } })
      expect(await edit({ phone: '1234' })).toMatchObject({ code: 'invalid' })
      expect(await edit({ custom: { [size]: '120.5', [since]: '2024-02-29', level: '乙' } })).toMatchObject({
        ok: true,
      })
      await edit({ custom: { [since]: '' }, gender: 'female' })
      expect((await findCustomer(db, ORGANIZATION, visitor.customerId))?.details).toEqual({
        gender: 'female',
        custom: { size: '120.5', level: '乙' },
      })
      const renamed = { ...settings, fields: [{ ...fields[0]!, kind: 'text' as const }], version: 1 }
      expect(await run(agent(1), 'customer-settings.save', renamed)).toMatchObject({ code: 'field-kind' })
    })
  })

  it('R-05-075 a stage is one of the company’s, won makes the customer won for good, and one in use stays', async () => {
    await withReception(OPTIONS, async ({ arrive, customer, write, run, done, agent }) => {
      await arrive(1)
      const visitor = await customer('小赵')
      await write(visitor, '你好')
      const { customerId } = visitor
      const stage = async (stageId: string | null, was: string | null) =>
        run(agent(1), 'customer.set-stage', {
          customerId,
          stageId: stageId as StageId | null,
          was: was as StageId | null,
        })
      expect(await stage('nowhere', null)).toMatchObject({ code: 'not-found' })
      await stage(WON_STAGE, null)
      expect(await stage(FIRST_STAGE, null)).toMatchObject({ code: 'conflict', details: { by: 'agent-1' } })
      const { customer: later } = await done(agent(1), 'customer.set-stage', {
        customerId,
        stageId: 'invalid' as StageId,
        was: WON_STAGE,
      })
      expect(later).toMatchObject({ stageId: 'invalid', type: 'won' })
      const without = { ...CUSTOMER_SETTINGS_DEFAULTS, stages: [] }
      expect(await run(agent(1), 'customer-settings.save', without)).toMatchObject({
        code: 'stage-used',
        details: { count: 1, name: '无效客户' },
      })
    })
  })

  it('follow records are changed by their author alone, in their first day, and go along when two turn out to be one', async () => {
    await withReception(OPTIONS, async ({ arrive, customer, write, run, done, agent, clock, db, engine }) => {
      await arrive(1)
      const visitor = await customer('小孙')
      await write(visitor, '你好')
      const { customerId, conversationId } = visitor
      const { record } = await done(agent(1), 'follow-record.add', { customerId, text: '已回电' })
      const change = { customerId, id: record.id, was: '已回电', text: '已回电，周五再联系' }
      expect(await run(agent(2), 'follow-record.edit', change)).toMatchObject({ code: 'not-your-record' })
      await done(agent(1), 'follow-record.edit', change)
      clock.advance(DAY_MS + 1)
      expect(await run(agent(1), 'follow-record.remove', change)).toMatchObject({ code: 'invalid' })
      expect(await run(agent(1), 'follow-record.remove', { customerId, id: record.id })).toMatchObject({
        code: 'record-too-late',
      })
      const ask = asker(engine, agent(1))
      const { records } = await ask('customer.follow-records', { conversationId })
      expect(records).toMatchObject([{ authorId: 'agent-1', text: '已回电，周五再联系' }])

      const known = await findCustomer(db, ORGANIZATION, customerId)
      if (!known) throw new Error('no customer')
      const to = { ...known, id: 'known' as typeof known.id, number: 99, tagIds: [] }
      await db.transaction(async (tx) => {
        await insertCustomer(tx, ORGANIZATION, to)
        await mergeCustomer(tx, ORGANIZATION, { from: customerId, to: to.id })
      })
      expect(await followRecordsOf(db, ORGANIZATION, to.id)).toMatchObject([{ id: record.id }])
    })
  })
})
