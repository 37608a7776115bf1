import { expect, it } from 'vitest'

import { describeDatabases } from '../../../tests/support/databases.ts'
import { readLog } from '../../../tests/support/readLog.ts'
import { ORGANIZATION, receptionsOf, WIDGET } from '../../../tests/support/reception.ts'
import type { MessageId } from '../../protocol/model/index.ts'
import { presenceOf, presencesOf } from '../db/agentPresence.ts'
import { messagesBefore } from '../db/messages.ts'
import { logPositionOf } from '../db/organizations.ts'
import type { Db } from '../db/port.ts'
import { journalOf } from '../db/sessionJournal.ts'
import { openSessionOf, openSessionsOf } from '../db/sessions.ts'

/** What must hold after whatever happened: counted loads, gapless numbers, one handler a session. */
const checkInvariants = async (db: Db, capacity: number): Promise<void> => {
  for (const row of await presencesOf(db, ORGANIZATION)) {
    const open = await openSessionsOf(db, ORGANIZATION, row.agent_id)
    expect(row.load).toBe(open.filter(({ session }) => session.initiator === 'customer').length)
    expect(row.load).toBeLessThanOrEqual(capacity)
  }
  const log = await readLog(db, ORGANIZATION, 0, 100_000)
  expect(log.map(({ revision }) => revision)).toEqual(log.map((_, index) => index + 1))
  expect((await logPositionOf(db, ORGANIZATION))?.revision).toBe(log.length)
}

describeDatabases('the engine', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-091 R-02-125 of a hundred agents who accept one session at once exactly one wins', async () => {
    await withReception({ agents: 100 }, async ({ db, engine, arrive, customer, write, run, agent }) => {
      const visitor = await customer('抢手')
      await write(visitor, '有人吗')
      const waiting = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      if (!waiting) throw new Error('no open session')
      const everybody = Array.from({ length: 100 }, (_, index) => index + 1)
      await arrive(...everybody)
      const outcomes = await Promise.all([
        ...everybody.map(async (number) =>
          run(agent(number), 'session.accept', { sessionId: waiting.session.id }),
        ),
        engine.runInternal(ORGANIZATION, 'session.requeue', { sessionId: waiting.session.id }),
      ])
      const accepts = outcomes.slice(0, 100)
      expect(accepts.filter(({ ok }) => ok)).toHaveLength(1)
      expect(new Set(accepts.flatMap((outcome) => (outcome.ok ? [] : [outcome.code])))).toEqual(
        new Set(['already-taken']),
      )
      await checkInvariants(db, 10)
    })
  })

  it('R-02-006 R-02-091 fifty customers at once never lift anybody above capacity, and nobody is lost', async () => {
    await withReception({ agents: 4, capacity: 3 }, async ({ db, arrive, customer, write }) => {
      await arrive(1, 2, 3, 4)
      const visitors = await Promise.all(
        Array.from({ length: 50 }, async (_, index) => customer(`客${index}`)),
      )
      await Promise.all(visitors.map(async (visitor) => write(visitor, '你好')))
      const states = await Promise.all(
        visitors.map(
          async (visitor) => (await openSessionOf(db, ORGANIZATION, visitor.conversationId))?.session.state,
        ),
      )
      expect(states.filter((state) => state === 'assigned')).toHaveLength(12)
      expect(states.filter((state) => state === 'pending')).toHaveLength(38)
      await checkInvariants(db, 3)
    })
  })

  it('R-02-119 at capacity an accept is refused with the figures', async () => {
    await withReception({ agents: 1, capacity: 1 }, async ({ db, arrive, customer, write, run, agent }) => {
      await arrive(1)
      await write(await customer('甲'), '一')
      const second = await customer('乙')
      await write(second, '二')
      const waiting = await openSessionOf(db, ORGANIZATION, second.conversationId)
      if (!waiting) throw new Error('no open session')
      expect(await run(agent(1), 'session.accept', { sessionId: waiting.session.id })).toEqual({
        ok: false,
        code: 'over-capacity',
        details: { load: 1, capacity: 1 },
      })
    })
  })

  it('refuses what is malformed, foreign or not permitted, with the path of the field', async () => {
    await withReception({}, async ({ engine, customer, agent, run, ids }) => {
      const visitor = await customer('乱来')
      const id = ids.next() as MessageId
      const text = { kind: 'text', text: 'x' } as const
      expect(
        await run(visitor, 'customer.write', { id, body: { kind: 'text', text: '' } }, id),
      ).toMatchObject({
        code: 'invalid',
        details: { path: 'body.text' },
      })
      expect(await run(visitor, 'customer.write', { id, body: text }, ids.next())).toMatchObject({
        code: 'invalid',
        details: { path: 'id' },
      })
      expect(
        await run(visitor, 'message.send', {
          id,
          conversationId: visitor.conversationId,
          body: text,
          seenSeq: null,
        }),
      ).toMatchObject({ code: 'forbidden' })
      const nobody = { ...agent(1), agentId: 'agent-99' as never }
      expect(await run(nobody, 'presence.set', { presence: 'busy' })).toMatchObject({ code: 'forbidden' })
      const elsewhere = { ...agent(1), organizationId: 'org-2' as never }
      expect(await run(elsewhere, 'presence.set', { presence: 'busy' })).toMatchObject({ code: 'not-found' })
      const unknown = await engine.run({
        principal: agent(1),
        id: ids.next(),
        name: 'toString' as never,
        args: {},
      })
      expect(unknown).toMatchObject({ code: 'invalid', details: { path: 'name' } })
    })
  })

  it('a command that fails takes back its own rows and leaves the rest of the batch alone', async () => {
    await withReception({}, async ({ db, engine, arrive, customer, run, ids, agent }) => {
      await arrive(1)
      const [first, second] = await Promise.all([customer('前'), customer('后')])
      const before = await logPositionOf(db, ORGANIZATION)
      const firstId = ids.next() as MessageId
      const secondId = ids.next() as MessageId
      const [one, broken, two] = await Promise.all([
        run(first, 'customer.write', { id: firstId, body: { kind: 'text', text: '一' } }, firstId),
        // Fails after it has written a customer and a conversation: an identity must have a key.
        engine.runInternal(ORGANIZATION, 'identity.open', {
          widgetId: WIDGET,
          keyHash: null as never,
          source: { kind: 'direct', host: '', words: '', campaign: {} },
          language: 'en',
        }),
        run(second, 'customer.write', { id: secondId, body: { kind: 'text', text: '二' } }, secondId),
      ])
      expect([one.ok, broken.ok ? '' : broken.code, two.ok]).toEqual([true, 'internal', true])
      expect((await messagesBefore(db, ORGANIZATION, second.conversationId, 99, 10)).length).toBeGreaterThan(
        0,
      )
      const after = await logPositionOf(db, ORGANIZATION)
      expect(after?.revision).toBeGreaterThan(before?.revision ?? 0)
      const customers = await db.get<{ count: number }>({
        text: 'select count(*) as count from customers',
        values: [],
      })
      expect(customers?.count).toBe(2)
      expect(await run(agent(1), 'presence.set', { presence: 'busy' })).toMatchObject({ ok: true })
      await checkInvariants(db, 10)
    })
  })

  it('tells listeners after the commit and before the answers, in order of revision', async () => {
    await withReception({ agents: 2 }, async ({ db, engine, arrive, customer, write }) => {
      await arrive(1, 2)
      const visitors = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => customer(`序${index}`)),
      )
      const seen: string[] = []
      const revisions: number[] = []
      engine.onCommitted((change) => {
        seen.push('commit')
        revisions.push(...change.entries.map(({ revision }) => revision))
      })
      await Promise.all(
        visitors.map(async (visitor) => {
          await write(visitor, '到')
          seen.push('answer')
        }),
      )
      expect(seen[0]).toBe('commit')
      expect(seen.filter((what) => what === 'commit').length).toBeLessThan(20)
      const first = revisions[0] ?? 0
      expect(revisions).toEqual(revisions.map((_, index) => first + index))
      const stored = await readLog(db, ORGANIZATION, first - 1, 10_000)
      expect(stored.map(({ revision }) => revision)).toEqual(revisions)
    })
  })

  it('R-02-002 a routing failure loses no message, and routing is tried again', async () => {
    await withReception({}, async ({ db, clock, engine, arrive, customer, write }) => {
      await arrive(1)
      const visitor = await customer('坎坷')
      await db.transaction(async (tx) => {
        // A load that cannot be raised: whoever is chosen cannot be given the session.
        await tx.run({
          text:
            databases.driver === 'sqlite'
              ? `create trigger no_load before update of load on agent_presence begin select raise(abort, 'no'); end`
              : `alter table agent_presence add constraint no_load check (load < 1)`,
          values: [],
        })
      })
      expect(await write(visitor, '在吗')).toMatchObject({ seq: 2 })
      expect((await openSessionOf(db, ORGANIZATION, visitor.conversationId))?.session.state).toBe('requested')
      await db.transaction(async (tx) => {
        await tx.run({
          text:
            databases.driver === 'sqlite'
              ? 'drop trigger no_load'
              : 'alter table agent_presence drop constraint no_load',
          values: [],
        })
      })
      clock.advance(5000)
      const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      if (!open) throw new Error('no open session')
      await engine.runInternal(ORGANIZATION, 'timer.fire', {
        kind: 'session-requeue',
        subject: open.session.id,
      })
      const again = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      expect(again?.session).toMatchObject({ state: 'assigned', handlerId: 'agent-1' })
      await checkInvariants(db, 10)
    })
  })

  it('R-02-061 R-02-062 with reception off nothing is assigned, and what one has continues', async () => {
    await withReception({ agents: 1 }, async ({ db, arrive, customer, write, done, send, agent }) => {
      await arrive(1)
      const first = await customer('先')
      await write(first, '一')
      await done(agent(1), 'reception.set', { on: false })
      const second = await customer('晚')
      await write(second, '二')
      expect((await openSessionOf(db, ORGANIZATION, second.conversationId))?.session.state).toBe('pending')
      expect(await send(agent(1), first.conversationId, '继续')).toMatchObject({ ok: true })
    })
  })

  it('R-02-065 presence outlives the connection by a minute; R-02-165 then unanswered sessions move on', async () => {
    await withReception({ agents: 2 }, async ({ db, clock, engine, arrive, customer, write, agent }) => {
      await arrive(1)
      const visitor = await customer('断线')
      await write(visitor, '在吗')
      const { agentId } = agent(1)
      await engine.runInternal(ORGANIZATION, 'agent.disconnected', { agentId })
      clock.advance(59_000)
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'agent-offline', subject: agentId })
      expect((await presenceOf(db, ORGANIZATION, agentId))?.online).toBe(1)
      clock.advance(1000)
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'agent-offline', subject: agentId })
      expect((await presenceOf(db, ORGANIZATION, agentId))?.online).toBe(0)
      await arrive(2)
      clock.advance(10 * 60_000)
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'agent-away', subject: agentId })
      const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      expect(open?.session).toMatchObject({ state: 'assigned', handlerId: 'agent-2' })
      if (!open) throw new Error('no open session')
      expect((await journalOf(db, ORGANIZATION, open.session.id)).at(-1)).toMatchObject({
        cause: 'handler-away',
        fromHandlerId: 'agent-1',
        toHandlerId: 'agent-2',
      })
      await checkInvariants(db, 10)
    })
  })
})
