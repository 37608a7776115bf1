import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import {
  NO_GREETINGS,
  PATH_REPLIES,
  PATH_WINDOWS,
  RECEPTION_DEFAULTS,
  type ReceptionSettings,
} from '../../../protocol/model/index.ts'
import { conversationsByIds } from '../../db/conversations.ts'
import { messagesBefore } from '../../db/messages.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'

const HOUR = 3_600_000

const settle = async ({ done, agent }: Reception, more: Partial<ReceptionSettings>): Promise<void> => {
  await done(agent(1), 'reception.configure', {
    version: 1,
    policy: 'least-load',
    capacity: 10,
    waitingLimitMs: 60_000,
    reception: { ...RECEPTION_DEFAULTS, ...more },
  })
}

const repliesTo = async ({ db }: Reception, { conversationId }: CustomerPrincipal) =>
  (await conversationsByIds(db, ORGANIZATION, [conversationId]))[0]?.replies

const codesIn = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<string[]> =>
  (await messagesBefore(db, ORGANIZATION, conversationId, 1000, 100)).flatMap(({ body }) =>
    body.kind === 'system' ? [body.code] : [],
  )

describeDatabases('how often one may speak to a customer', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-289 window and replies are settled by channel, automatic texts count, and the last two are for people', async () => {
    await withReception({ permissions: ['reception.routing', 'reception.groups'] }, async (reception) => {
      const { arrive, customer, write, send, agent, clock, engine, db, done } = reception
      await settle(reception, {
        pathWindows: { ...PATH_WINDOWS, im: 4 },
        pathReplies: { ...PATH_REPLIES, im: 4 },
      })
      await done(agent(1), 'greetings.save', {
        ...NO_GREETINGS,
        defaults: { online: '您好', offline: '您好' },
      })
      await arrive(1)
      const account = await customer('小李', 'im')
      const { conversationId } = account
      await write(account, '在吗')
      expect(await repliesTo(reception, account)).toBe(1)
      expect(await send(agent(1), conversationId, '在的')).toMatchObject({ ok: true })
      expect(await repliesTo(reception, account)).toBe(2)
      // Two are left: the question whether they are still there stays unasked, and the session ends all the same.
      const session = await openSessionOf(db, ORGANIZATION, conversationId)
      if (!session) throw new Error('there is a session')
      const fire = async () =>
        engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'session-idle', subject: session.session.id })
      clock.advance(28 * 60_000)
      await fire()
      expect(await codesIn(reception, account)).not.toContain('still-there')
      clock.advance(2 * 60_000)
      await fire()
      expect(await openSessionOf(db, ORGANIZATION, conversationId)).toBeUndefined()
      expect(await send(agent(1), conversationId, '还在吗')).toMatchObject({ ok: true })
      expect(await send(agent(1), conversationId, '请看')).toMatchObject({ ok: true })
      expect(await send(agent(1), conversationId, '？')).toMatchObject({ ok: false, code: 'path-closed' })
      await write(account, '我回来了')
      expect(await repliesTo(reception, account)).toBe(0)
      expect(await send(agent(1), conversationId, '好的')).toMatchObject({ ok: true })
      clock.advance(4 * HOUR)
      expect(await send(agent(1), conversationId, '？')).toMatchObject({ ok: false, code: 'path-closed' })
    })
  })
})
