import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import {
  GROUP,
  ORGANIZATION,
  OTHER_GROUP,
  receptionsOf,
  type Reception,
} from '../../../../tests/support/reception.ts'
import { latestSession, saveGroup } from '../../../../tests/support/receptionSettings.ts'
import { sql } from '../../../base/sql.ts'
import type {
  BusinessHours,
  MessageId,
  ReceptionGroup,
  ReceptionSettings,
} from '../../../protocol/model/index.ts'
import type { AgentId } from '../../../protocol/model/index.ts'
import { messagesBefore } from '../../db/messages.ts'
import { findOrganization } from '../../db/organizations.ts'
import { poolEntriesOf } from '../../db/poolEntries.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CommandOutcome, CustomerPrincipal } from '../../engine/types.ts'

const OPTIONS = { agents: 3, permissions: ['reception.routing', 'reception.groups'] } as const
const HOUR = 3_600_000
/** Nobody is ever there. */
const NEVER: BusinessHours = { week: [], holidays: [], workingDays: [] }

const configure = async (
  { db, run, agent }: Reception,
  settings: Partial<ReceptionSettings>,
): Promise<CommandOutcome> => {
  const organization = await findOrganization(db, ORGANIZATION)
  if (!organization) throw new Error('no organisation')
  const { policy, capacity, waitingLimitMs, version } = organization
  const reception = { ...organization.reception, ...settings }
  return run(agent(1), 'reception.configure', { policy, capacity, waitingLimitMs, version, reception })
}

const lines = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<string[]> =>
  (await messagesBefore(db, ORGANIZATION, conversationId, 1000, 100)).map(({ body }) =>
    body.kind === 'text' ? body.text : body.kind === 'system' ? body.code : body.kind,
  )

const FORM = { name: '李雷', phone: '', email: 'li@example.com', text: '请回电' }
const leave = async (
  { run, ids }: Reception,
  visitor: CustomerPrincipal,
  form: Partial<typeof FORM> = {},
): Promise<CommandOutcome> =>
  run(visitor, 'customer.leave-message', { id: ids.next() as MessageId, ...FORM, ...form })

describeDatabases('when nobody can receive', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-181 outside the hours of its group the plan runs in order, and what runs goes on (R-02-182)', async () => {
    await withReception(OPTIONS, async (reception) => {
      await reception.arrive(1)
      const early = await reception.customer('早')
      await reception.write(early, '在吗')
      await configure(reception, { hours: NEVER })
      await reception.write(early, '还在吗')
      expect(await latestSession(reception, early)).toMatchObject({ state: 'assigned', handlerId: 'agent-1' })

      const late = await reception.customer('晚')
      await reception.write(late, '有人吗')
      expect(await latestSession(reception, late)).toMatchObject({
        state: 'ended',
        endReason: 'refused',
        why: { step: 'leave-message', cause: 'closed' },
      })

      const offHours = [
        { kind: 'text', text: '明早九点见' },
        { kind: 'other-group', groupId: OTHER_GROUP },
        { kind: 'pending-pool' },
      ] as const
      await saveGroup(reception, { offHours: [...offHours] })
      const third = await reception.customer('三')
      await reception.write(third, '喂')
      expect(await latestSession(reception, third)).toMatchObject({
        state: 'pending',
        why: { step: 'overflow', cause: 'closed' },
      })
      expect(await lines(reception, third)).toEqual([
        'session-started',
        '喂',
        'company-text',
        'session-queued',
      ])

      // The other group has hours of its own, and somebody there.
      const always = { ...NEVER, week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 0, to: 1440 })) }
      await saveGroup(reception, {
        id: OTHER_GROUP,
        memberIds: ['agent-1', 'agent-2'] as AgentId[],
        hours: always,
      })
      const fourth = await reception.customer('四')
      await reception.write(fourth, '喂喂')
      expect(await latestSession(reception, fourth)).toMatchObject({
        handlerId: 'agent-1',
        why: { step: 'other-group', cause: 'closed' },
      })
    })
  })

  it('R-02-181 an owner who can receive gets their customers outside the hours, unless the company says no', async () => {
    await withReception(OPTIONS, async (reception) => {
      await reception.arrive(2)
      await saveGroup(reception, { ownerFirst: true })
      await configure(reception, { hours: NEVER })
      const visitor = await reception.customer('老客户')
      await reception.db.transaction(async (tx) => {
        await tx.run(sql`update customers set owner_id = 'agent-2' where id = ${visitor.customerId}`)
      })
      await reception.write(visitor, '在吗')
      const first = await latestSession(reception, visitor)
      expect(first).toMatchObject({ handlerId: 'agent-2', why: { step: 'owner' } })
      await reception.done(visitor, 'customer.leave', {})
      await configure(reception, { ownerIgnoresHours: false })
      await reception.write(visitor, '还在吗')
      expect(await latestSession(reception, visitor)).toMatchObject({ endReason: 'refused' })
    })
  })

  it('R-02-100 the measures of a channel are tried in their order', async () => {
    await withReception(OPTIONS, async (reception) => {
      await saveGroup(reception, { id: OTHER_GROUP, memberIds: ['agent-3'] as AgentId[] })
      const missing = { kind: 'other-group', groupId: 'group-gone' as ReceptionGroup['id'] } as const
      expect(await configure(reception, { overflow: { web: [missing] } })).toMatchObject({
        code: 'group-missing',
      })
      await configure(reception, {
        overflow: { web: [{ kind: 'other-group', groupId: OTHER_GROUP }, { kind: 'leave-message' }] },
      })
      const [first, second] = [await reception.customer('甲'), await reception.customer('乙')]
      await reception.write(first, '在吗')
      expect(await latestSession(reception, first)).toMatchObject({
        endReason: 'refused',
        why: { cause: 'nobody' },
      })
      const removed = await reception.run(reception.agent(1), 'group.remove', { id: OTHER_GROUP, version: 2 })
      expect(removed).toMatchObject({ code: 'in-use', details: { uses: 1 } })
      await saveGroup(reception, { memberIds: ['agent-1', 'agent-2'] as AgentId[] })
      await reception.arrive(3)
      await reception.write(second, '在吗')
      expect(await latestSession(reception, second)).toMatchObject({
        handlerId: 'agent-3',
        why: { step: 'other-group', cause: 'nobody' },
      })
    })
  })

  it('R-02-105 R-02-111 where the pool is full the customer is asked for a message, which is counted apart', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { db, customer, write } = reception
      const model = await customer('第一')
      await write(model, '在吗')
      await db.transaction(async (tx) => {
        const numbers = sql`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 1999)`
        await tx.run(sql`
          insert into conversations (organization_id, id, customer_id, channel, last_seq, last_at, last_agent_seq,
            delivered_seq, read_seq, created_at)
          ${numbers} select ${ORGANIZATION}, 'filler-' || n, ${model.customerId}, 'web', 0, 0, 0, 0, 0, 0 from numbers`)
        await tx.run(sql`
          insert into sessions (organization_id, id, conversation_id, customer_id, channel, state, initiator,
            target_kind, target_id, priority, why, first_seq, requested_at, pending_since, version)
          ${numbers} select ${ORGANIZATION}, 'filler-' || n, 'filler-' || n, ${model.customerId}, 'web', 'pending',
            'customer', 'group', ${GROUP}, 0, '{}', 1, 0, 0, 1 from numbers`)
      })
      const visitor = await customer('后来')
      await write(visitor, '有人吗')
      expect(await latestSession(reception, visitor)).toMatchObject({
        endReason: 'refused',
        why: { step: 'leave-message', cause: 'full' },
      })
      expect(await leave(reception, visitor)).toMatchObject({ ok: true, value: { result: { number: 1 } } })
      expect(await latestSession(reception, visitor)).toMatchObject({ state: 'pending' })
      // One of those who waited leaves: there is room for one, whatever messages there are.
      await reception.done(model, 'customer.leave', {})
      const next = await customer('再来')
      await write(next, '在吗')
      expect(await latestSession(reception, next)).toMatchObject({ state: 'pending' })
    })
  })

  it('R-02-104 a left message is an entry of the pool with number and contact, and is answered in the thread', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { db, run, done, agent, arrive, customer, send, clock, engine } = reception
      await configure(reception, { overflow: { web: [{ kind: 'leave-message' }] }, messageAnswerHours: 4 })
      const visitor = await customer('小李')
      await reception.write(visitor, '我的订单')
      const wrong = [
        { email: '' },
        { email: 'li@' },
        { phone: 'abc' },
        { text: ' ' },
        { text: 'x'.repeat(2001) },
      ]
      for (const form of wrong)
        expect(await leave(reception, visitor, form)).toMatchObject({ code: 'invalid' })
      const promised = { number: 1, answerBy: clock.now() + 4 * HOUR }
      const sent = await leave(reception, visitor)
      expect(sent).toMatchObject({ ok: true, value: { result: promised } })
      const [entry] = await poolEntriesOf(db, ORGANIZATION, { kind: 'group', groupId: GROUP })
      expect(entry).toMatchObject({
        lastText: '请回电',
        messageCount: 1,
        leftMessage: { ...promised, name: '李雷', email: 'li@example.com', phone: '' },
      })
      // More that is written belongs to it.
      await reception.write(visitor, '急')
      expect((await poolEntriesOf(db, ORGANIZATION, { kind: 'group', groupId: GROUP })).length).toBe(1)

      // It waits for three days and is not ended by that.
      clock.advance(72 * HOUR)
      await arrive(2)
      const session = await latestSession(reception, visitor)
      expect(session.state).toBe('pending')
      await done(agent(2), 'session.accept', { sessionId: session.id })
      clock.advance(HOUR)
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'session-idle', subject: session.id })
      expect(await send(agent(2), visitor.conversationId, '您好，李先生')).toMatchObject({ ok: true })
      expect((await openSessionOf(db, ORGANIZATION, visitor.conversationId))?.session.state).toBe('active')
      expect(await lines(reception, visitor)).toEqual([
        'session-started',
        '我的订单',
        'session-ended',
        '请回电',
        'message-left',
        '急',
        'session-assigned',
        '您好，李先生',
      ])
      // What is left while somebody is there goes to them.
      expect(await leave(reception, visitor, { text: '再说一句' })).toMatchObject({ ok: true })
      expect((await latestSession(reception, visitor)).id).toBe(session.id)
      expect(await run(agent(1), 'session.accept', { sessionId: session.id })).toMatchObject({
        code: 'already-taken',
      })
    })
  })
})
