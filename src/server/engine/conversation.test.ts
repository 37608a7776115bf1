import { expect, it } from 'vitest'

import { describeDatabases } from '../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../tests/support/reception.ts'
import type { MessageId } from '../../protocol/model/index.ts'
import { presenceOf } from '../db/agentPresence.ts'
import { conversationsByIds } from '../db/conversations.ts'
import { listEntriesOf } from '../db/listEntries.ts'
import { messagesBefore } from '../db/messages.ts'
import { logPositionOf } from '../db/organizations.ts'
import { journalOf } from '../db/sessionJournal.ts'
import { openSessionOf } from '../db/sessions.ts'

describeDatabases('a conversation through the engine', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-142 R-02-148 R-02-152 a customer is assigned, answered and seen off', async () => {
    await withReception({}, async (reception) => {
      const { db, agent, arrive, write, send, done } = reception
      await arrive(1)
      const customer = await reception.customer('小李')
      await write(customer, '你好，想退款')
      const assigned = await openSessionOf(db, ORGANIZATION, customer.conversationId)
      expect(assigned?.session).toMatchObject({
        state: 'assigned',
        handlerId: 'agent-1',
        why: { step: 'policy', policy: 'least-load', load: 0, capacity: 10, candidates: 1 },
      })
      const [entry] = await listEntriesOf(db, ORGANIZATION, agent(1).agentId)
      const before = (await conversationsByIds(db, ORGANIZATION, [customer.conversationId]))[0]
      expect((before?.lastSeq ?? 0) - (entry?.readSeq ?? 0)).toBe(1)

      expect(await send(agent(1), customer.conversationId, '您好，请问订单号是？')).toMatchObject({
        ok: true,
      })
      const active = await openSessionOf(db, ORGANIZATION, customer.conversationId)
      expect(active?.session).toMatchObject({ state: 'active', firstReplyAt: reception.clock.now() })

      const messages = await messagesBefore(db, ORGANIZATION, customer.conversationId, 1000, 100)
      expect(messages.map(({ seq, body }) => [seq, body.kind === 'system' ? body.code : body.kind])).toEqual([
        [1, 'session-started'],
        [2, 'text'],
        [3, 'session-assigned'],
        [4, 'text'],
      ])
      if (!active) throw new Error('no open session')
      await done(agent(1), 'session.end', {
        sessionId: active.session.id,
        version: active.session.version,
        lastSeq: 4,
      })
      expect(await openSessionOf(db, ORGANIZATION, customer.conversationId)).toBeUndefined()
      expect((await presenceOf(db, ORGANIZATION, agent(1).agentId))?.load).toBe(0)
      const [read] = await listEntriesOf(db, ORGANIZATION, agent(1).agentId)
      expect(read?.readSeq).toBe(5)
    })
  })

  it('R-02-004 every change of a session raises its version and is in the journal', async () => {
    await withReception({}, async ({ db, arrive, customer, write, send, agent }) => {
      await arrive(1)
      const visitor = await customer('小王')
      await write(visitor, '在吗')
      await send(agent(1), visitor.conversationId, '在的')
      const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      if (!open) throw new Error('no open session')
      const journal = await journalOf(db, ORGANIZATION, open.session.id)
      expect(journal.map(({ version, cause, from, to }) => [version, cause, from, to])).toEqual([
        [1, 'requested', null, 'requested'],
        [2, 'routed', 'requested', 'assigned'],
        [3, 'first-reply', 'assigned', 'active'],
      ])
      expect(open.session.version).toBe(3)
    })
  })

  it('R-02-143 R-02-146 without a receivable agent the customer waits, and is accepted from the pool', async () => {
    await withReception({}, async ({ db, arrive, customer, write, done, agent, commits }) => {
      const visitor = await customer('小张')
      await write(visitor, '第一句')
      await write(visitor, '第二句')
      const waiting = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      if (!waiting) throw new Error('no open session')
      expect(waiting.session).toMatchObject({ state: 'pending', handlerId: null })
      await arrive(2)
      const { session } = await done(agent(2), 'session.accept', { sessionId: waiting.session.id })
      expect(session).toMatchObject({ state: 'assigned', handlerId: 'agent-2' })
      const pool = commits.flatMap(({ entries }) => entries).filter(({ scope }) => scope.startsWith('pool:'))
      expect(pool.map(({ event }) => event)).toEqual(['pool.entered', 'pool.changed', 'pool.left'])
      expect(pool[1]?.payload).toMatchObject({ entry: { messageCount: 2, lastText: '第二句' } })
    })
  })

  it('R-02-120 a second agent learns who was faster; accepting an own session again changes nothing', async () => {
    await withReception({}, async ({ db, arrive, customer, write, run, agent }) => {
      const visitor = await customer('小赵')
      await write(visitor, '有人吗')
      await arrive(1, 2)
      const waiting = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      if (!waiting) throw new Error('no open session')
      const args = { sessionId: waiting.session.id }
      expect(await run(agent(1), 'session.accept', args)).toMatchObject({ ok: true })
      expect(await run(agent(2), 'session.accept', args)).toEqual({
        ok: false,
        code: 'already-taken',
        details: { agentName: '员工1' },
      })
      const position = await logPositionOf(db, ORGANIZATION)
      expect(await run(agent(1), 'session.accept', args)).toMatchObject({ ok: true })
      expect(await logPositionOf(db, ORGANIZATION)).toEqual(position)
    })
  })

  it('R-06-060 R-06-061 a repeated send answers with the first result, other words under the same id are refused', async () => {
    await withReception({}, async ({ arrive, customer, run, ids, db }) => {
      await arrive(1)
      const visitor = await customer('小孙')
      const id = ids.next() as MessageId
      const args = { id, body: { kind: 'text', text: '一次' } } as const
      const first = await run(visitor, 'customer.write', args, id)
      const again = await run(visitor, 'customer.write', args, id)
      expect(first.ok && again.ok && again.value.result).toEqual(first.ok && first.value.result)
      const other = { id, body: { kind: 'text', text: '两次' } } as const
      expect(await run(visitor, 'customer.write', other, id)).toEqual({
        ok: false,
        code: 'idempotency-conflict',
      })
      const stored = await messagesBefore(db, ORGANIZATION, visitor.conversationId, 1000, 100)
      expect(stored.filter(({ sender }) => sender.kind === 'customer')).toHaveLength(1)
      expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1))
    })
  })

  it('R-02-005 a repeated command has its first answer and no second effect', async () => {
    await withReception({}, async ({ db, arrive, customer, write, run, agent, ids }) => {
      const visitor = await customer('小周')
      await write(visitor, '有人吗')
      await arrive(1)
      const waiting = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      if (!waiting) throw new Error('no open session')
      const id = ids.next()
      const first = await run(agent(1), 'session.accept', { sessionId: waiting.session.id }, id)
      const position = await logPositionOf(db, ORGANIZATION)
      const again = await run(agent(1), 'session.accept', { sessionId: waiting.session.id }, id)
      expect(again).toEqual(first)
      expect(await logPositionOf(db, ORGANIZATION)).toEqual(position)
      const other = await run(agent(2), 'session.accept', { sessionId: waiting.session.id }, id)
      expect(other).toEqual({ ok: false, code: 'idempotency-conflict' })
    })
  })

  it('R-02-160 ending while a message is in flight asks first; R-02-163 ending twice is a success', async () => {
    await withReception({}, async ({ db, arrive, customer, write, run, agent }) => {
      await arrive(1)
      const visitor = await customer('小吴')
      await write(visitor, '一')
      const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      if (!open) throw new Error('no open session')
      const { id: sessionId, version } = open.session
      await write(visitor, '二')
      expect(await run(agent(1), 'session.end', { sessionId, version, lastSeq: 3 })).toEqual({
        ok: false,
        code: 'new-message',
        details: { seq: 4 },
      })
      const end = { sessionId, version, lastSeq: 4 }
      expect(await run(agent(1), 'session.end', end)).toMatchObject({ ok: true })
      expect(await run(agent(1), 'session.end', end)).toMatchObject({ ok: true })
      const first = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      expect(first).toBeUndefined()
      await write(visitor, '三')
      expect((await openSessionOf(db, ORGANIZATION, visitor.conversationId))?.session.state).toBe('assigned')
    })
  })

  it('R-02-126 R-02-153 leaving the queue abandons the session, leaving a session ends it', async () => {
    await withReception({}, async ({ db, arrive, customer, write, done }) => {
      const visitor = await customer('小郑')
      await write(visitor, '等')
      await done(visitor, 'customer.leave', {})
      const latest = async () => {
        const [row] = await conversationsByIds(db, ORGANIZATION, [visitor.conversationId])
        return row?.preview
      }
      expect(await latest()).toMatchObject({ kind: 'system', text: 'left-queue' })
      await arrive(1)
      await write(visitor, '又来了')
      await done(visitor, 'customer.leave', {})
      expect(await latest()).toMatchObject({ kind: 'system', text: 'session-ended' })
      expect((await presenceOf(db, ORGANIZATION, 'agent-1' as never))?.load).toBe(0)
    })
  })

  it('refuses a colleague, a reader of the past and whoever did not see the answer', async () => {
    await withReception({}, async ({ arrive, customer, write, send, agent }) => {
      await arrive(1)
      const visitor = await customer('小冯')
      await write(visitor, '你好')
      expect(await send(agent(2), visitor.conversationId, '我来')).toEqual({
        ok: false,
        code: 'not-your-session',
        details: { agentName: '员工1' },
      })
      expect(await send(agent(1), visitor.conversationId, '您好', 3)).toMatchObject({ ok: true })
      expect(await send(agent(1), visitor.conversationId, '还在吗', 3)).toMatchObject({ ok: true })
    })
  })

  it('R-02-145 an agent starts a session by writing, in a conversation they know', async () => {
    await withReception({}, async ({ db, arrive, customer, write, done, send, agent }) => {
      await arrive(1)
      const visitor = await customer('小陈')
      await write(visitor, '你好')
      await done(visitor, 'customer.leave', {})
      expect(await send(agent(2), visitor.conversationId, '陌生人')).toEqual({ ok: false, code: 'not-found' })
      expect(await send(agent(1), visitor.conversationId, '刚才断了？')).toMatchObject({ ok: true })
      const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      expect(open?.session).toMatchObject({ state: 'active', initiator: 'agent', handlerId: 'agent-1' })
      expect((await presenceOf(db, ORGANIZATION, agent(1).agentId))?.load).toBe(0)
    })
  })

  it('R-06-090 the read position moves forward only', async () => {
    await withReception({}, async ({ db, arrive, customer, write, done, agent }) => {
      await arrive(1)
      const visitor = await customer('小褚')
      await write(visitor, '一')
      const { conversationId } = visitor
      expect(await done(agent(1), 'read.advance', { conversationId, seq: 99 })).toEqual({ seq: 3 })
      expect(await done(agent(1), 'read.advance', { conversationId, seq: 1 })).toEqual({ seq: 3 })
      expect((await listEntriesOf(db, ORGANIZATION, agent(1).agentId))[0]?.readSeq).toBe(3)
    })
  })
})
