import { expect, it } from 'vitest'

import { describeSqlite } from '../../../tests/support/databases.ts'
import { receptionsOf } from '../../../tests/support/reception.ts'
import { latestSession } from '../../../tests/support/receptionSettings.ts'
import { silentLogger } from '../../base/logger.ts'
import type { MessageId } from '../../protocol/model/index.ts'
import { createConversationLinks } from '../auth/conversationLinks.ts'
import { dueTimers } from '../db/timers.ts'
import type { GatewayNote } from '../gateways/gateway.ts'
import { createTimerService } from '../jobs/timers.ts'
import { createAnswerMail } from './answerMail.ts'

const MINUTE = 60_000

describeSqlite('the mail about an answer', (databases) => {
  it('R-02-007 is sent once, although the server died before and the mail server was away after', async () => {
    await receptionsOf(databases)({ agents: 1 }, async (reception) => {
      const { db, engine, clock, ids, customer, done, arrive, agent, send } = reception
      const visitor = await customer('小李')
      const form = { text: '请回复', name: '', phone: '', email: 'li@example.com' }
      await done(visitor, 'customer.leave-message', { id: ids.next() as MessageId, ...form })
      await arrive(1)
      const { id: sessionId } = await latestSession(reception, visitor)
      await done(agent(1), 'session.accept', { sessionId })
      expect(await send(agent(1), visitor.conversationId, '换一个密封圈')).toMatchObject({ ok: true })
      // Nobody hears of it: the server that wrote the answer is gone.

      const sent: GatewayNote[] = []
      let isAway = true
      const mail = createAnswerMail({
        db,
        engine,
        gateway: {
          kinds: ['email'],
          send: async (note) => {
            if (!isAway) sent.push(note)
            return !isAway
          },
        },
        links: createConversationLinks(Buffer.alloc(32, 7), clock),
        publicUrl: () => 'https://chat.example.com',
        log: silentLogger,
      })
      engine.onCommitted(mail.committed)
      /** Lets the server fire what is due, and finish what follows. */
      const pass = async (ms: number): Promise<number> => {
        clock.advance(ms)
        const timers = createTimerService({ db, engine, clock, log: silentLogger })
        await timers.start()
        await timers.stop()
        await mail.stop()
        return sent.length
      }
      expect(await pass(0)).toBe(0)
      isAway = false
      expect(await pass(4 * MINUTE)).toBe(0)
      expect(await pass(MINUTE)).toBe(1)
      expect(sent[0]).toMatchObject({ to: 'li@example.com' })
      expect(await pass(24 * 60 * MINUTE)).toBe(1)
      const late = await dueTimers(db, clock.now() + 24 * 60 * MINUTE, 100)
      expect(late.filter(({ kind }) => kind === 'answer-mail')).toEqual([])
    })
  })
})
