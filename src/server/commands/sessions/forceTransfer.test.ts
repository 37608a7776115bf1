import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { GROUP, ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { sql } from '../../../base/sql.ts'
import type { CommandArgs } from '../../../protocol/commands/index.ts'
import type { AgentId, DepartmentId, SessionTarget } from '../../../protocol/model/index.ts'
import { presenceOf } from '../../db/agentPresence.ts'
import { auditEntriesOf } from '../../db/auditEntries.ts'
import { insertDepartment } from '../../db/departments.ts'
import { messagesBefore } from '../../db/messages.ts'
import { journalOf } from '../../db/sessionJournal.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CommandOutcome } from '../../engine/types.ts'

const OPTIONS = { permissions: ['monitor.force-transfer'] } as const
const GROUP_TARGET: SessionTarget = { kind: 'group', groupId: GROUP }
const toAgent = (number: number): SessionTarget => ({ kind: 'agent', agentId: `agent-${number}` as AgentId })

/** A customer whom `agent-1` serves; `agent-3` is the supervisor. */
const served = async (reception: Reception) => {
  const { arrive, customer, write, send, agent, run, db } = reception
  await arrive(1)
  const visitor = await customer('小李')
  await write(visitor, '水壶漏水')
  await send(agent(1), visitor.conversationId, '您好')
  const session = async () => {
    const stored = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
    if (!stored) throw new Error('no open session')
    return stored.session
  }
  const force = async (
    to: SessionTarget,
    more: Partial<CommandArgs<'session.force-transfer'>> = {},
  ): Promise<CommandOutcome> => {
    const { id, version } = await session()
    const args = { sessionId: id, version, to, note: '', waiting: false, ...more }
    return run(agent(3), 'session.force-transfer', args)
  }
  return { visitor, session, force }
}

describeDatabases('a transfer by a supervisor', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-220 R-02-223 moves the session; the line names the supervisor, line, journal and audit keep the note', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { visitor, session, force } = await served(reception)
      await reception.arrive(2)
      const { id } = await session()
      expect(await force(toAgent(2), { note: 'VIP，看订单' })).toMatchObject({ ok: true })
      expect(await session()).toMatchObject({
        id,
        state: 'assigned',
        handlerId: 'agent-2',
        why: { step: 'forced' },
      })
      const { db } = reception
      const lines = await messagesBefore(db, ORGANIZATION, visitor.conversationId, 1000, 100)
      expect(lines.map(({ body }) => body)).toContainEqual({
        kind: 'system',
        code: 'session-transferred',
        params: { by: '员工3', from: '员工1', to: '员工2', colleagueNote: 'VIP，看订单' },
      })
      expect((await journalOf(db, ORGANIZATION, id)).at(-1)).toMatchObject({
        cause: 'forced',
        actor: { kind: 'agent', id: 'agent-3' },
        fromHandlerId: 'agent-1',
        toHandlerId: 'agent-2',
        note: 'VIP，看订单',
      })
      const [audit] = await auditEntriesOf(db, ORGANIZATION, 10)
      expect(audit).toMatchObject({ action: 'session.force-transfer', actor: { id: 'agent-3' } })
      expect(audit?.subject).toContain('VIP，看订单')
      expect((await presenceOf(db, ORGANIZATION, 'agent-1' as AgentId))?.load).toBe(0)
    })
  })

  it('R-02-222 in conversations of the organisation: after any silence, beyond the capacity of agent and group, without consent', async () => {
    await withReception({ ...OPTIONS, capacity: 1 }, async (reception) => {
      const { session, force } = await served(reception)
      await reception.arrive(2)
      await reception.write(await reception.customer('小王'), '在吗')
      reception.clock.advance(31 * 60_000)
      expect(await force(toAgent(2))).toMatchObject({ ok: true })
      expect(await session()).toMatchObject({
        handlerId: 'agent-2',
        why: { step: 'forced', load: 1, capacity: 1 },
      })
      // Everybody of the group but the one who gives it up is full.
      await reception.write(await reception.customer('小赵'), '在吗')
      expect(await force(GROUP_TARGET)).toMatchObject({ ok: true })
      expect(await session()).toMatchObject({ handlerId: 'agent-1', why: { step: 'forced', load: 1 } })
    })
  })

  it('R-02-222 whoever is not there or does not receive is asked about first; then the customer waits for them', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { session, force } = await served(reception)
      expect(await force(toAgent(2))).toMatchObject({ ok: false, code: 'not-receivable' })
      expect(await force(toAgent(1))).toMatchObject({ ok: false, code: 'same-handler' })
      expect(await force(toAgent(9))).toMatchObject({ ok: false, code: 'not-found' })
      expect(await force(toAgent(2), { waiting: true })).toMatchObject({ ok: true })
      expect(await session()).toMatchObject({ state: 'pending', target: toAgent(2), handlerId: null })
    })
  })

  it('R-02-224 of a forced and a manual transfer at once the first commit wins, and the other learns who has it', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { agent, run, arrive } = reception
      const { session } = await served(reception)
      await arrive(2, 3)
      const { id: sessionId, version } = await session()
      const manual = async (to: SessionTarget) =>
        run(agent(1), 'session.transfer', {
          sessionId,
          version,
          to,
          customerNote: '',
          colleagueNote: '',
          waiting: false,
        })
      const forced = async (to: SessionTarget) =>
        run(agent(3), 'session.force-transfer', { sessionId, version, to, note: '', waiting: false })
      const [first, late, stale] = await Promise.all([
        forced(toAgent(2)),
        manual(toAgent(3)),
        forced(toAgent(3)),
      ])
      expect(first).toMatchObject({ ok: true })
      expect(late).toMatchObject({ ok: false, code: 'not-your-session', details: { agentName: '员工2' } })
      expect(stale).toMatchObject({ ok: false, code: 'session-changed', details: { agentName: '员工2' } })
      expect(await session()).toMatchObject({ handlerId: 'agent-2' })
    })
  })

  it('R-02-220 what runs in the own departments is listed, followed or not, and can be moved; nothing else', async () => {
    await withReception({ permissions: ['monitor.force-transfer', 'monitor.view'] }, async (reception) => {
      const { db, engine, clock, agent, send } = reception
      await db.transaction(async (tx) => {
        for (const [id, parentId] of [
          ['care', null],
          ['sales', 'care'],
          ['ops', null],
        ] as const) {
          const ids = { id: id as DepartmentId, parentId: parentId as DepartmentId | null }
          await insertDepartment(tx, ORGANIZATION, { ...ids, name: id, position: 1 })
        }
        await tx.run(sql`update agents set department_id = 'sales' where id = 'agent-1'`)
        await tx.run(sql`update agents set department_id = 'care' where id = 'agent-3'`)
        await tx.run(sql`update organizations set config_revision = config_revision + 1`)
      })
      const { visitor, force } = await served(reception)
      await reception.arrive(2)
      clock.advance(1000)
      const running = async () => engine.query(agent(3), 'sessions.running', {})
      const row = { session: { handlerId: 'agent-1' }, customerNumber: 1, unansweredSince: null }
      expect(await running()).toMatchObject({ ok: true, value: { sessions: [row], total: 1 } })
      await reception.write(visitor, '还在吗')
      expect(await running()).toMatchObject({ value: { sessions: [{ unansweredSince: clock.now() }] } })
      await send(agent(1), visitor.conversationId, '在')
      expect(await force(toAgent(2))).toMatchObject({ ok: true })
      // Who has it now is in no department: above everybody, and not below this supervisor.
      expect(await running()).toMatchObject({ value: { sessions: [], total: 0 } })
      expect(await force(toAgent(1))).toMatchObject({ ok: false, code: 'forbidden' })
      expect(await engine.query(agent(2), 'sessions.running', {})).toMatchObject({ value: { total: 0 } })
    })
  })

  it('R-02-220 needs the permission', async () => {
    await withReception({}, async (reception) => {
      const { force } = await served(reception)
      await reception.arrive(2)
      expect(await force(toAgent(2))).toMatchObject({ ok: false, code: 'forbidden' })
      const { engine, agent } = reception
      expect(await engine.query(agent(3), 'sessions.running', {})).toMatchObject({ code: 'not-found' })
    })
  })
})
