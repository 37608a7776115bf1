import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import type { MessageId } from '../../../protocol/model/index.ts'
import { latestSessions } from '../../db/sessions.ts'

const MINUTE = 60_000

describeDatabases('who asks again and again', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-304 waits after five sessions an hour that no agent answered, and not after an answer', async () => {
    await withReception({ agents: 1, mostRequests: 5 }, async (reception) => {
      const { customer, done, run, ids, clock, arrive, send, agent, db } = reception
      const visitor = await customer('小李')
      const ask = async () => {
        const id = ids.next() as MessageId
        return run(visitor, 'customer.write', { id, body: { kind: 'text', text: '有人吗' } }, id)
      }
      for (let round = 0; round < 5; round += 1) {
        expect(await ask()).toMatchObject({ ok: true })
        // A second message of the same session is no second request.
        expect(await ask()).toMatchObject({ ok: true })
        await done(visitor, 'customer.leave', {})
        clock.advance(MINUTE)
      }
      const refused = { ok: false, code: 'rate-limited', details: { retryAfterMs: 55 * MINUTE } }
      expect(await ask()).toEqual(refused)
      clock.advance(55 * MINUTE)
      await arrive(1)
      expect(await ask()).toMatchObject({ ok: true })
      const [session] = await latestSessions(db, ORGANIZATION, [visitor.conversationId])
      expect(session).toMatchObject({ state: 'assigned' })
      await send(agent(1), visitor.conversationId, '您好')
      await done(visitor, 'customer.leave', {})
      expect(await ask()).toMatchObject({ ok: true })
    })
  })
})
