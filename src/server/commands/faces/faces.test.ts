import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { alsoWith, cameTo } from '../../../../tests/support/faces.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import type { AgentId, SessionTarget } from '../../../protocol/model/index.ts'
import { presenceOf } from '../../db/agentPresence.ts'
import { conversationsByIds, findConversation } from '../../db/conversations.ts'
import { messagesBefore } from '../../db/messages.ts'
import { findOffer } from '../../db/offers.ts'
import { journalOf } from '../../db/sessionJournal.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const OPTIONS = { permissions: ['friend.add', 'friend.delete', 'monitor.force-transfer'] } as const

const sessionIn = async ({ db }: Reception, { conversationId }: Pick<CustomerPrincipal, 'conversationId'>) =>
  (await openSessionOf(db, ORGANIZATION, conversationId))?.session

const codesIn = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<string[]> =>
  (await messagesBefore(db, ORGANIZATION, conversationId, 1000, 100)).flatMap(({ body }) =>
    body.kind === 'system' ? [body.code] : [],
  )

const loadOf = async ({ db }: Reception, number: number): Promise<number> =>
  (await presenceOf(db, ORGANIZATION, `agent-${number}` as AgentId))?.load ?? -1

/** An account that talks to `agent-1` by name, and has been answered. */
const talking = async (reception: Reception, name = '小李') => {
  await reception.arrive(1, 2)
  const account = await cameTo(reception, name, 1)
  await reception.write(account, '在吗')
  await reception.send(reception.agent(1), account.conversationId, '在的')
  const transfer = async (number: number, more: { waiting?: boolean } = {}, command?: 'forced') => {
    const session = await sessionIn(reception, account)
    if (!session) throw new Error('no open session')
    const to: SessionTarget = { kind: 'agent', agentId: `agent-${number}` as AgentId }
    const common = { sessionId: session.id, version: session.version, to, waiting: false, ...more }
    return command
      ? reception.run(reception.agent(3), 'session.force-transfer', { ...common, note: '请接手' })
      : reception.run(reception.agent(1), 'session.transfer', {
          ...common,
          customerNote: '同事帮您',
          colleagueNote: '要退货',
        })
  }
  const offered = async () => {
    const session = await sessionIn(reception, account)
    if (!session?.offer) throw new Error('nothing is offered')
    return session.offer
  }
  return { account, transfer, offered }
}

/** The account makes friends with the agent it talks to. */
const befriended = async (reception: Reception, name = '小李') => {
  const talk = await talking(reception, name)
  await reception.done(talk.account, 'customer.add-friend', { with: 'agent' })
  await reception.done(talk.account, 'customer.leave', {})
  return talk
}

describeDatabases('conversations with one agent', (databases) => {
  const withReception = receptionsOf(databases)

  it('there is one conversation for each identity and face, and an account without one talks to the company', async () => {
    await withReception({}, async (reception) => {
      const account = await reception.customer('小李', 'im')
      const withAnna = await cameTo(reception, '小李', 1)
      const again = await cameTo(reception, '小李', 1)
      expect(withAnna.conversationId).not.toBe(account.conversationId)
      expect(again.conversationId).toBe(withAnna.conversationId)
      const [row] = await conversationsByIds(reception.db, ORGANIZATION, [withAnna.conversationId])
      expect(row).toMatchObject({ channel: 'im', face: { kind: 'agent', agentId: 'agent-1' } })
      expect(await alsoWith(reception, account, 2)).toBeUndefined()
    })
  })

  it('whoever talks to the company already goes on there, whatever entry they open', async () => {
    await withReception({}, async (reception) => {
      const account = await reception.customer('小李', 'im')
      await reception.write(account, '你好')
      await expect(cameTo(reception, '小李', 1)).rejects.toThrow('no conversation')
      await reception.done(account, 'customer.leave', {})
      expect((await cameTo(reception, '小李', 1)).conversationId).not.toBe(account.conversationId)
    })
  })

  it('who came for one agent waits for nobody else, and nobody else can take them', async () => {
    await withReception({ permissions: ['customer.config'] }, async (reception) => {
      const { arrive, write, run, agent } = reception
      await arrive(2)
      const account = await cameTo(reception, '小李', 1)
      await write(account, '在吗')
      const waiting = await sessionIn(reception, account)
      expect(waiting).toMatchObject({ state: 'pending', target: { kind: 'agent', agentId: 'agent-1' } })
      if (!waiting) return
      const taken = await run(agent(2), 'session.accept', { sessionId: waiting.id })
      expect(taken).toMatchObject({ ok: false, code: 'forbidden' })
      await arrive(1)
      expect(await sessionIn(reception, account)).toMatchObject({ state: 'assigned', handlerId: 'agent-1' })
      expect(await loadOf(reception, 1)).toBe(1)
    })
  })

  it('R-02-164 R-02-062 a friend comes to the agent at once, whatever the agent is doing, and is moved by nothing', async () => {
    await withReception({ ...OPTIONS, capacity: 1 }, async (reception) => {
      const { write, customer, done, agent, clock, engine } = reception
      const { account } = await befriended(reception)
      await write(await customer('另一位'), '你好')
      await write(await customer('第三位'), '你好')
      await done(agent(1), 'reception.set', { on: false })
      await write(account, '在吗')
      expect(await sessionIn(reception, account)).toMatchObject({
        state: 'assigned',
        handlerId: 'agent-1',
        face: { direct: true },
        why: { step: 'direct' },
      })
      // Away for long with an unanswered question: others would be given back to routing.
      const { agentId } = agent(1)
      await engine.runInternal(ORGANIZATION, 'agent.disconnected', { agentId })
      clock.advance(MINUTE)
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'agent-offline', subject: agentId })
      clock.advance(10 * MINUTE)
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'agent-away', subject: agentId })
      expect(await sessionIn(reception, account)).toMatchObject({ handlerId: 'agent-1' })
    })
  })

  it('R-02-009 a direct session counts for no load, at its beginning as at its end', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { account } = await befriended(reception)
      expect(await loadOf(reception, 1)).toBe(0)
      await reception.write(account, '在吗')
      await reception.send(reception.agent(1), account.conversationId, '在的')
      expect(await loadOf(reception, 1)).toBe(0)
      await reception.done(account, 'customer.leave', {})
      expect(await loadOf(reception, 1)).toBe(0)
    })
  })

  it('the time of a path runs from the last message of the customer the server stored', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { send, agent, clock, write } = reception
      const { account } = await talking(reception)
      const { conversationId } = account
      clock.advance(13 * DAY)
      expect(await send(agent(1), conversationId, '还需要吗？')).toMatchObject({ ok: true })
      clock.advance(DAY)
      expect(await send(agent(1), conversationId, '您好？')).toMatchObject({ ok: false, code: 'path-closed' })
      await write(account, '我回来了')
      expect(await send(agent(1), conversationId, '您好')).toMatchObject({ ok: true })
    })
  })

  it('what is written on the web waits for the next visit however late', async () => {
    await withReception({}, async ({ arrive, customer, write, send, agent, clock }) => {
      await arrive(1)
      const visitor = await customer('访客')
      await write(visitor, '你好')
      clock.advance(300 * DAY)
      expect(await send(agent(1), visitor.conversationId, '您好')).toMatchObject({ ok: true })
    })
  })

  it('R-02-293 who cannot reach a customer is let in by a card in a conversation of a colleague who can', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { clock, run, done, agent, send, write } = reception
      const { account } = await talking(reception)
      const { conversationId } = account
      const invite = { conversationId, text: '' }
      expect(await run(agent(1), 'path.invite', invite)).toMatchObject({ ok: false, code: 'path-open' })
      await done(account, 'customer.leave', {})
      clock.advance(20 * DAY)
      expect(await run(agent(1), 'path.invite', invite)).toMatchObject({ ok: false, code: 'no-path' })
      const other = await cameTo(reception, '小李', 2)
      await write(other, '在吗')
      const { id: offerId } = await done(agent(1), 'path.invite', invite)
      expect(await run(agent(1), 'path.invite', invite)).toMatchObject({ ok: false, code: 'already-asked' })
      expect(await codesIn(reception, other)).toContain('offer-made')
      expect(await send(agent(1), conversationId, '您好')).toMatchObject({ ok: false, code: 'path-closed' })
      await done(other, 'customer.answer-offer', { offerId, accept: true })
      expect(await send(agent(1), conversationId, '您好')).toMatchObject({ ok: true })
    })
  })

  it('R-02-206 opens at once where the new agent can reach the customer, else the customer gets their card', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { account, transfer } = await talking(reception)
      expect(await transfer(2)).toMatchObject({ ok: true })
      expect(await sessionIn(reception, account)).toMatchObject({
        handlerId: 'agent-1',
        offer: { agentId: 'agent-2' },
      })
      expect(await codesIn(reception, account)).toContain('offer-made')

      const other = await cameTo(reception, '小王', 2)
      await reception.write(other, '在吗')
      const both = await cameTo(reception, '小王', 1)
      await reception.write(both, '转给员工2')
      const session = await sessionIn(reception, both)
      if (!session) return
      await reception.done(other, 'customer.leave', {})
      const moved = await reception.done(reception.agent(1), 'session.transfer', {
        sessionId: session.id,
        version: session.version,
        to: { kind: 'agent', agentId: 'agent-2' as AgentId },
        customerNote: '',
        colleagueNote: '熟客',
        waiting: false,
      })
      expect(moved.session).toMatchObject({ state: 'ended', endReason: 'transferred' })
      expect(await sessionIn(reception, other)).toMatchObject({ state: 'assigned', handlerId: 'agent-2' })
    })
  })

  it('R-02-207 R-02-155 opening the card commits, at most once, and the customer goes on with the new agent', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { account, transfer, offered } = await talking(reception)
      await transfer(2)
      const { id: offerId } = await offered()
      const before = await sessionIn(reception, account)
      const answers = await Promise.all([
        reception.run(account, 'customer.answer-offer', { offerId, accept: true }),
        reception.run(account, 'customer.answer-offer', { offerId, accept: true }),
      ])
      expect(answers.map(({ ok }) => ok)).toEqual([true, true])
      expect(await sessionIn(reception, account)).toBeUndefined()
      const there = await alsoWith(reception, account, 2)
      if (!there || !before) throw new Error('nothing was opened')
      expect(await sessionIn(reception, there)).toMatchObject({
        handlerId: 'agent-2',
        face: { direct: false },
      })
      expect((await codesIn(reception, there)).filter((code) => code === 'session-started')).toHaveLength(1)
      expect([await loadOf(reception, 1), await loadOf(reception, 2)]).toEqual([0, 1])
      const { agent, send } = reception
      // The path is open by the card, without a word of the customer.
      expect(await send(agent(2), there.conversationId, '您好')).toMatchObject({ ok: true })
      const causes = (await journalOf(reception.db, ORGANIZATION, before.id)).map(({ cause }) => cause)
      expect(causes.slice(-2)).toEqual(['offered', 'ended'])
    })
  })

  it('R-02-207 it can be declined and cancelled, and the session stays what it was', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { account, transfer, offered } = await talking(reception)
      await transfer(2)
      expect(await transfer(2)).toMatchObject({ ok: false, code: 'already-offered' })
      const first = await offered()
      await reception.done(account, 'customer.answer-offer', { offerId: first.id, accept: false })
      expect(await sessionIn(reception, account)).toMatchObject({ handlerId: 'agent-1' })
      expect((await sessionIn(reception, account))?.offer).toBeUndefined()
      await transfer(2)
      const second = await offered()
      await reception.done(reception.agent(1), 'session.cancel-offer', { offerId: second.id })
      const late = await reception.run(account, 'customer.answer-offer', { offerId: second.id, accept: true })
      expect(late).toMatchObject({ ok: false, code: 'offer-over' })
      const { send, agent } = reception
      expect(await send(agent(1), account.conversationId, '我继续帮您')).toMatchObject({ ok: true })
    })
  })

  it('R-02-207 it expires after 30 minutes, and is over when its session ends', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { clock, engine, db, run, done } = reception
      const { account, transfer, offered } = await talking(reception)
      await transfer(2)
      const { id: offerId, until } = await offered()
      expect(until).toBe(clock.now() + 30 * MINUTE)
      clock.advance(30 * MINUTE)
      // Before the timer has come to it, too.
      const late = await run(account, 'customer.answer-offer', { offerId, accept: true })
      expect(late).toMatchObject({ ok: false, code: 'offer-over' })
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'offer-end', subject: offerId })
      expect((await findOffer(db, ORGANIZATION, offerId))?.state).toBe('expired')
      expect((await sessionIn(reception, account))?.offer).toBeUndefined()
      await reception.write(account, '还在吗')
      await transfer(2)
      const next = await offered()
      await done(account, 'customer.leave', {})
      expect((await findOffer(db, ORGANIZATION, next.id))?.state).toBe('cancelled')
    })
  })

  it('R-02-208 a friend is transferred only this way, and stays the friend of the first agent', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { account, transfer, offered } = await befriended(reception)
      await reception.write(account, '要找员工2')
      await transfer(2)
      await reception.done(account, 'customer.answer-offer', { offerId: (await offered()).id, accept: true })
      const row = await findConversation(reception.db, ORGANIZATION, account.conversationId)
      expect(row?.friend_since).not.toBeNull()
      await reception.write(account, '谢谢')
      expect(await sessionIn(reception, account)).toMatchObject({
        handlerId: 'agent-1',
        face: { direct: true },
      })
    })
  })

  it('R-02-222 a supervisor moves it beyond the time limit and capacity, and without a path by the card', async () => {
    await withReception({ ...OPTIONS, capacity: 1 }, async (reception) => {
      const { account, transfer } = await talking(reception)
      await reception.write(await reception.customer('另一位'), '你好')
      reception.clock.advance(29 * MINUTE)
      await reception.send(reception.agent(1), account.conversationId, '还在看')
      reception.clock.advance(2 * MINUTE)
      expect(await transfer(2)).toMatchObject({ ok: false, code: 'customer-silent' })
      expect(await transfer(2, {}, 'forced')).toMatchObject({ ok: true })
      expect(await sessionIn(reception, account)).toMatchObject({ offer: { agentId: 'agent-2' } })

      const known = await cameTo(reception, '小王', 2)
      await reception.write(known, '在吗')
      const other = await cameTo(reception, '小王', 3)
      await reception.arrive(3)
      await reception.write(other, '在吗')
      await reception.done(known, 'customer.leave', {})
      const session = await sessionIn(reception, other)
      if (!session) throw new Error('no open session')
      await reception.done(reception.agent(1), 'session.force-transfer', {
        sessionId: session.id,
        version: session.version,
        to: { kind: 'agent', agentId: 'agent-2' as AgentId },
        note: '',
        waiting: false,
      })
      expect(await loadOf(reception, 2)).toBe(2)
    })
  })
})
