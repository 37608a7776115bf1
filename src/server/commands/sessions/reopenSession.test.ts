import { expect, it } from 'vitest'

import { describeSqlite } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import { latestSession } from '../../../../tests/support/receptionSettings.ts'
import type { AgentId } from '../../../protocol/model/index.ts'
import { presenceOf } from '../../db/agentPresence.ts'
import { journalOf } from '../../db/sessionJournal.ts'

describeSqlite('opening a session again', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-157 begins a new one of its agent that is linked to the former, counts as begun by an agent, and takes no place', async () => {
    await withReception({ agents: 2 }, async (reception) => {
      const { db, arrive, customer, write, send, done, run, agent } = reception
      await arrive(1)
      const visitor = await customer('小李')
      const { conversationId } = visitor
      await write(visitor, '在吗')
      await send(agent(1), conversationId, '在的')
      const former = await latestSession(reception, visitor)
      const { version, id: sessionId } = former
      expect(await run(agent(1), 'session.reopen', { sessionId })).toMatchObject({ code: 'session-changed' })
      await done(agent(1), 'session.end', { sessionId, version, lastSeq: 99 })
      expect(await run(agent(2), 'session.reopen', { sessionId })).toMatchObject({ code: 'not-your-session' })
      await done(agent(1), 'session.reopen', { sessionId })
      const session = await latestSession(reception, visitor)
      expect(session).toMatchObject({
        state: 'assigned',
        initiator: 'agent',
        handlerId: 'agent-1',
        formerId: sessionId,
        why: { step: 'reopened' },
      })
      expect((await journalOf(db, ORGANIZATION, session.id)).map(({ cause }) => cause)).toEqual([
        'requested',
        'reopened',
      ])
      expect((await presenceOf(db, ORGANIZATION, 'agent-1' as AgentId))?.load).toBe(0)
      await send(agent(1), conversationId, '还有一点')
      expect(await latestSession(reception, visitor)).toMatchObject({ state: 'active', id: session.id })
      expect(await run(agent(1), 'session.reopen', { sessionId })).toMatchObject({ code: 'session-changed' })
    })
  })

  it('R-02-162 a session that is over says whether both sides wrote, and how long from the first message to the last', async () => {
    await withReception({}, async (reception) => {
      const { arrive, clock, customer, write, send, done, agent } = reception
      await arrive(1)
      const visitor = await customer('小李')
      await write(visitor, '在吗')
      clock.advance(20_000)
      await send(agent(1), visitor.conversationId, '在的')
      clock.advance(60_000)
      await done(visitor, 'customer.leave', {})
      expect(await latestSession(reception, visitor)).toMatchObject({
        measure: { valid: true, lengthMs: 20_000 },
      })
      await write(visitor, '还有')
      await done(visitor, 'customer.leave', {})
      expect(await latestSession(reception, visitor)).toMatchObject({
        measure: { valid: false, lengthMs: 0 },
      })
    })
  })
})
