import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import { auditEntriesOf } from '../../db/auditEntries.ts'
import { messagesBefore } from '../../db/messages.ts'
import { openSessionOf } from '../../db/sessions.ts'

describeDatabases('deleting from the pool', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-122 R-02-147 ends the session as dismissed, keeps what was written, and is audited once', async () => {
    await withReception({}, async ({ db, customer, write, run, agent, commits }) => {
      const visitor = await customer('小李')
      await write(visitor, '在吗')
      const waiting = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      if (!waiting) throw new Error('no open session')
      const args = { sessionId: waiting.session.id }
      for (let time = 0; time < 2; time += 1) {
        expect(await run(agent(1), 'session.dismiss', args, 'once')).toMatchObject({
          ok: true,
          value: { result: { session: { state: 'ended', endReason: 'dismissed' } } },
        })
      }
      const left = commits.flatMap(({ entries }) => entries).filter(({ event }) => event === 'pool.left')
      expect(left.map(({ payload }) => payload)).toMatchObject([{ cause: 'dismissed' }])
      const texts = await messagesBefore(db, ORGANIZATION, visitor.conversationId, 100, 100)
      expect(texts.some(({ body }) => body.kind === 'text' && body.text === '在吗')).toBe(true)
      expect(await auditEntriesOf(db, ORGANIZATION, 10)).toMatchObject([
        { actor: { kind: 'agent', id: 'agent-1' }, action: 'session.dismiss', subject: JSON.stringify(args) },
      ])

      // A new message asks for a new session.
      await write(visitor, '还在吗')
      const next = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      expect(next?.session).toMatchObject({ state: 'pending' })
      expect(next?.session.id).not.toBe(waiting.session.id)
    })
  })

  it('R-02-119 R-02-120 not what a colleague has taken meanwhile', async () => {
    await withReception({}, async ({ db, customer, write, run, agent, arrive }) => {
      const visitor = await customer('小王')
      await write(visitor, '在吗')
      const waiting = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      if (!waiting) throw new Error('no open session')
      const args = { sessionId: waiting.session.id }
      await arrive(2)
      await run(agent(2), 'session.accept', args)
      expect(await run(agent(1), 'session.dismiss', args)).toEqual({
        ok: false,
        code: 'already-taken',
        details: { agentName: '员工2' },
      })
    })
  })
})
