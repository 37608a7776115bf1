import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import {
  GROUP,
  ORGANIZATION,
  OTHER_GROUP,
  receptionsOf,
  type Reception,
} from '../../../../tests/support/reception.ts'
import type { CommandArgs } from '../../../protocol/commands/index.ts'
import type { AgentId, ConversationId, SessionTarget } from '../../../protocol/model/index.ts'
import { presenceOf } from '../../db/agentPresence.ts'
import { listEntriesOf } from '../../db/listEntries.ts'
import { messagesBefore } from '../../db/messages.ts'
import { journalOf } from '../../db/sessionJournal.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CommandOutcome } from '../../engine/types.ts'

const toAgent = (number: number): SessionTarget => ({ kind: 'agent', agentId: `agent-${number}` as AgentId })

/** A customer whom `agent-1` serves and has answered. */
const served = async (reception: Reception) => {
  const { arrive, customer, write, send, agent, run, db } = reception
  await arrive(1)
  const visitor = await customer('小李')
  await write(visitor, '水壶漏水，想换一个')
  await send(agent(1), visitor.conversationId, '您好，我看一下')
  const session = async () => {
    const stored = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
    if (!stored) throw new Error('no open session')
    return stored.session
  }
  const transfer = async (
    to: SessionTarget,
    more: Partial<CommandArgs<'session.transfer'>> = {},
    from = 1,
  ): Promise<CommandOutcome> => {
    const { id, version } = await session()
    const notes = { customerNote: '', colleagueNote: '' }
    return run(agent(from), 'session.transfer', {
      sessionId: id,
      version,
      to,
      ...notes,
      waiting: false,
      ...more,
    })
  }
  return { visitor, session, transfer }
}

const linesOf = async ({ db }: Reception, conversationId: ConversationId) =>
  (await messagesBefore(db, ORGANIZATION, conversationId, 1000, 100)).flatMap(({ body }) =>
    body.kind === 'system' ? [[body.code, body.params]] : [],
  )

describeDatabases('a transfer by hand', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-205 R-02-211 takes effect at once: same conversation, same session, another handler, both notes', async () => {
    await withReception({}, async (reception) => {
      const { visitor, session, transfer } = await served(reception)
      await reception.arrive(2)
      const before = await session()
      const notes = { customerNote: '为您转接售后专员', colleagueNote: '要换新壶，订单 8812' }
      expect(await transfer(toAgent(2), notes)).toMatchObject({ ok: true })
      expect(await session()).toMatchObject({
        id: before.id,
        state: 'assigned',
        handlerId: 'agent-2',
        why: { step: 'transferred', load: 0, capacity: 10 },
      })
      expect((await linesOf(reception, visitor.conversationId)).slice(-2)).toEqual([
        ['session-transferred', { from: '员工1', to: '员工2', ...notes }],
        ['session-assigned', { name: '客服2', agentName: '员工2' }],
      ])
      const { db, agent } = reception
      expect((await presenceOf(db, ORGANIZATION, agent(1).agentId))?.load).toBe(0)
      expect((await presenceOf(db, ORGANIZATION, agent(2).agentId))?.load).toBe(1)
      expect(await listEntriesOf(db, ORGANIZATION, agent(2).agentId)).toHaveLength(1)
      const journal = await journalOf(db, ORGANIZATION, before.id)
      expect(journal.at(-1)).toMatchObject({
        cause: 'transferred',
        actor: { kind: 'agent', id: 'agent-1' },
        fromHandlerId: 'agent-1',
        toHandlerId: 'agent-2',
      })
    })
  })

  it('R-02-204 needs a customer who wrote within thirty minutes', async () => {
    await withReception({}, async (reception) => {
      const { transfer, visitor } = await served(reception)
      await reception.arrive(2)
      reception.clock.advance(30 * 60_000 + 1)
      expect(await transfer(toAgent(2))).toMatchObject({ ok: false, code: 'customer-silent' })
      await reception.write(visitor, '还在吗')
      expect(await transfer(toAgent(2))).toMatchObject({ ok: true })
    })
  })

  it('R-02-209 an agent who cannot receive is asked about first; then the customer waits for them', async () => {
    await withReception({}, async (reception) => {
      const { transfer, session } = await served(reception)
      expect(await transfer(toAgent(3))).toMatchObject({ ok: false, code: 'not-receivable' })
      expect(await session()).toMatchObject({ handlerId: 'agent-1', state: 'active' })
      expect(await transfer(toAgent(3), { waiting: true })).toMatchObject({ ok: true })
      expect(await session()).toMatchObject({ handlerId: null, state: 'pending', target: toAgent(3) })
      await reception.arrive(3)
      expect(await session()).toMatchObject({ handlerId: 'agent-3', state: 'assigned' })
    })
  })

  it('R-02-209 a group gives it to another member by its policy, or to its pool', async () => {
    await withReception({}, async (reception) => {
      const { transfer, session } = await served(reception)
      const group: SessionTarget = { kind: 'group', groupId: GROUP }
      // The only receivable member is the one who gives it away.
      expect(await transfer(group)).toMatchObject({ ok: false, code: 'not-receivable' })
      await reception.arrive(2)
      expect(await transfer(group)).toMatchObject({ ok: true })
      expect(await session()).toMatchObject({ handlerId: 'agent-2', why: { policy: 'least-load' } })
      const other: SessionTarget = { kind: 'group', groupId: OTHER_GROUP }
      expect(await transfer(other, { waiting: true }, 2)).toMatchObject({ ok: true })
      expect(await session()).toMatchObject({ state: 'pending', target: other })
    })
  })

  it('R-02-214 of two transfers at once one wins, and the other learns who has it', async () => {
    await withReception({}, async (reception) => {
      const { transfer, session } = await served(reception)
      await reception.arrive(2, 3)
      const { version } = await session()
      const [first, second] = await Promise.all([
        transfer(toAgent(2), { version }),
        transfer(toAgent(3), { version }),
      ])
      expect(first).toMatchObject({ ok: true })
      expect(second).toEqual({ ok: false, code: 'not-your-session', details: { agentName: '员工2' } })
      expect(await session()).toMatchObject({ handlerId: 'agent-2' })
    })
  })

  it('R-02-213 what the first agent sends afterwards is refused', async () => {
    await withReception({}, async (reception) => {
      const { transfer, visitor } = await served(reception)
      await reception.arrive(2)
      await transfer(toAgent(2))
      expect(await reception.send(reception.agent(1), visitor.conversationId, '还有一点')).toMatchObject({
        ok: false,
        code: 'not-your-session',
      })
    })
  })

  it('R-02-005 R-06-061 refuses an older version, and does nothing a second time', async () => {
    await withReception({}, async (reception) => {
      const { session, transfer } = await served(reception)
      await reception.arrive(2)
      const { id, version } = await session()
      expect(await transfer(toAgent(2), { version: version - 1 })).toMatchObject({
        ok: false,
        code: 'session-changed',
      })
      const args = {
        sessionId: id,
        version,
        to: toAgent(2),
        customerNote: '',
        colleagueNote: '',
        waiting: false,
      }
      const { agent, run } = reception
      const first = await run(agent(1), 'session.transfer', args, 'command-1')
      expect(await run(agent(1), 'session.transfer', args, 'command-1')).toMatchObject({ ok: true })
      expect(first).toMatchObject({ ok: true })
      expect(
        (await journalOf(reception.db, ORGANIZATION, id)).filter(({ cause }) => cause === 'transferred'),
      ).toHaveLength(1)
    })
  })

  it('R-02-200 refuses notes that are too long, and targets that are nobody', async () => {
    await withReception({}, async (reception) => {
      const { transfer } = await served(reception)
      expect(await transfer(toAgent(2), { customerNote: '长'.repeat(101) })).toMatchObject({
        code: 'invalid',
        details: { path: 'customerNote' },
      })
      expect(await transfer(toAgent(2), { colleagueNote: 'x'.repeat(401) })).toMatchObject({
        code: 'invalid',
      })
      expect(await transfer(toAgent(99))).toMatchObject({ code: 'not-found' })
      expect(await transfer(toAgent(1))).toMatchObject({ code: 'same-handler' })
    })
  })

  it('R-03-194 (of a transfer) what was just given on comes back while nobody has gone on with it, and not later', async () => {
    await withReception({}, async (reception) => {
      const { visitor, session, transfer } = await served(reception)
      const { db, arrive, agent, clock, run, send, write } = reception
      await arrive(2)
      const takeBack = async (by = 1) => {
        const { id: sessionId, version } = await session()
        return run(agent(by), 'session.take-back', { sessionId, version })
      }
      expect(await takeBack()).toMatchObject({ code: 'transfer-stands' })
      expect(await transfer(toAgent(2))).toMatchObject({ ok: true })
      expect((await session()).handlerId).toBe('agent-2')
      expect(await takeBack(3)).toMatchObject({ code: 'transfer-stands' })
      await write(visitor, '还在吗')
      expect(await takeBack()).toMatchObject({ ok: true })
      expect(await session()).toMatchObject({ handlerId: 'agent-1' })
      expect(
        (await listEntriesOf(db, ORGANIZATION, agent(1).agentId)).map((one) => one.conversationId),
      ).toEqual([visitor.conversationId])
      expect((await journalOf(db, ORGANIZATION, (await session()).id)).slice(-2)).toMatchObject([
        { fromHandlerId: 'agent-1', toHandlerId: 'agent-2' },
        { fromHandlerId: 'agent-2', toHandlerId: 'agent-1', actor: { id: 'agent-1' } },
      ])
      // Who answered has gone on with it.
      await send(agent(1), visitor.conversationId, '在的')
      expect(await transfer(toAgent(2))).toMatchObject({ ok: true })
      await send(agent(2), visitor.conversationId, '您好，我来接着处理')
      expect(await takeBack()).toMatchObject({ code: 'transfer-stands' })
      expect(await transfer(toAgent(1), {}, 2)).toMatchObject({ ok: true })
      await send(agent(1), visitor.conversationId, '好的')
      // What waits for somebody comes back, too; after half a minute it stays where it is.
      const waiting = async () => transfer(toAgent(3), { waiting: true })
      expect(await waiting()).toMatchObject({ ok: true })
      expect((await session()).state).toBe('pending')
      expect(await takeBack()).toMatchObject({ ok: true })
      expect(await session()).toMatchObject({ handlerId: 'agent-1' })
      expect(await waiting()).toMatchObject({ ok: true })
      clock.advance(31_000)
      expect(await takeBack()).toMatchObject({ code: 'transfer-stands' })
    })
  })
})
