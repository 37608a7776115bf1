import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { openSessionOf } from '../../db/sessions.ts'
import { dueTimers, setTimer } from '../../db/timers.ts'
import { transferRequestsFor } from '../../db/transferRequests.ts'

/** A friend of the main account who talks to `agent-1`. */
const served = async (reception: Reception) => {
  await reception.arrive(1, 2)
  await reception.done(reception.agent(2), 'reception.set', { on: false })
  const account = await reception.customer('小李', 'im')
  await reception.write(account, '在吗')
  await reception.send(reception.agent(1), account.conversationId, '在的')
  await reception.done(account, 'customer.add-friend', { with: 'organization' })
  return account
}

const sessionIn = async ({ db }: Reception, conversationId: Parameters<typeof openSessionOf>[2]) =>
  (await openSessionOf(db, ORGANIZATION, conversationId))?.session

const openOf = async ({ db, agent }: Reception, number: number) =>
  transferRequestsFor(db, ORGANIZATION, agent(number).agentId)

describeDatabases('asking a colleague for a session', (databases) => {
  const withReception = receptionsOf(databases)
  const options = { permissions: ['main-account.friends', 'friend.add'] } as const

  it('R-02-295 what a colleague has is refused with their name, asked for, and given by them to whoever asked', async () => {
    await withReception(options, async (reception) => {
      const { run, done, agent } = reception
      const { conversationId } = await served(reception)
      const refused = await run(agent(2), 'conversation.start', { conversationId })
      expect(refused).toMatchObject({ code: 'has-colleague', details: { agentName: '员工1' } })
      const { request } = await done(agent(2), 'transfer-request.ask', { conversationId })
      expect(await openOf(reception, 1)).toEqual([request])
      expect(await openOf(reception, 2)).toEqual([request])
      const again = await run(agent(2), 'transfer-request.ask', { conversationId })
      expect(again).toMatchObject({ code: 'already-requested', details: { agentName: '员工1' } })
      const own = await run(agent(1), 'transfer-request.ask', { conversationId })
      expect(own).toMatchObject({ code: 'nobody-has-it' })
      const accept = { id: request.id, accept: true }
      expect(await run(agent(3), 'transfer-request.answer', accept)).toMatchObject({ code: 'not-found' })
      await done(agent(1), 'transfer-request.answer', accept)
      expect(await sessionIn(reception, conversationId)).toMatchObject({
        handlerId: 'agent-2',
        why: { step: 'transferred' },
      })
      expect([...(await openOf(reception, 1)), ...(await openOf(reception, 2))]).toEqual([])
    })
  })

  it('a declined request stays with whoever asked until they have read it, and one can ask again', async () => {
    await withReception(options, async (reception) => {
      const { done, agent } = reception
      const account = await served(reception)
      const { conversationId } = account
      const { request } = await done(agent(2), 'transfer-request.ask', { conversationId })
      await done(agent(1), 'transfer-request.answer', { id: request.id, accept: false })
      expect(await openOf(reception, 1)).toEqual([])
      expect(await openOf(reception, 2)).toEqual([{ ...request, state: 'declined' }])
      const next = await done(agent(2), 'transfer-request.ask', { conversationId })
      expect(await openOf(reception, 2)).toEqual([next.request])
      // With the session goes what was asked of its handler.
      await done(account, 'customer.leave', {})
      expect(await openOf(reception, 2)).toEqual([])
    })
  })

  it('keeps to the time limit of transfers, and can be taken back', async () => {
    await withReception(options, async (reception) => {
      const { done, run, agent, clock } = reception
      const { conversationId } = await served(reception)
      const { request } = await done(agent(2), 'transfer-request.ask', { conversationId })
      clock.advance(31 * 60_000)
      const late = await run(agent(1), 'transfer-request.answer', { id: request.id, accept: true })
      expect(late).toMatchObject({ code: 'customer-silent', details: { minutes: 30 } })
      await done(agent(2), 'transfer-request.withdraw', { id: request.id })
      expect(await openOf(reception, 1)).toEqual([])
    })
  })

  it('sessions that end at one moment take with them what was asked and what was waited for', async () => {
    await withReception(options, async (reception) => {
      const { agent, clock, customer, db, done, engine, send, write } = reception
      const first = await served(reception)
      const second = await customer('小王', 'im')
      await write(second, '在吗')
      await send(agent(1), second.conversationId, '在的')
      await done(second, 'customer.add-friend', { with: 'organization' })
      clock.advance(120 * 60_000)
      for (const { conversationId } of [first, second]) {
        await done(agent(2), 'transfer-request.ask', { conversationId })
        const subject = (await sessionIn(reception, conversationId))?.id ?? ''
        const rest = { organization_id: ORGANIZATION, kind: 'session-rest', subject } as const
        await db.transaction(async (tx) => setTimer(tx, { ...rest, due_at: clock.now() + 1 }))
      }
      const timers = (await dueTimers(db, clock.now(), 20)).filter(({ kind }) => kind === 'session-idle')
      expect(timers).toHaveLength(2)
      await engine.runInternal(ORGANIZATION, 'timers.fire', { timers })
      for (const { conversationId } of [first, second]) {
        expect(await sessionIn(reception, conversationId)).toBeUndefined()
      }
      expect([...(await openOf(reception, 1)), ...(await openOf(reception, 2))]).toEqual([])
      const left = await dueTimers(db, Number.MAX_SAFE_INTEGER, 20)
      expect(left.filter(({ kind }) => kind.startsWith('session-'))).toEqual([])
    })
  })
})
