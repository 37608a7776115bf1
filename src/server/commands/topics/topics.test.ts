import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import type { CommandArgs } from '../../../protocol/commands/index.ts'
import type { SessionId, TopicId } from '../../../protocol/model/index.ts'
import { journalOf } from '../../db/sessionJournal.ts'
import { findSession, openSessionOf } from '../../db/sessions.ts'
import { topicListOf } from '../../db/topics.ts'
import type { CommandOutcome, CustomerPrincipal } from '../../engine/types.ts'

const OPTIONS = { permissions: ['reception.groups'] } as const
const DAY_MS = 86_400_000
const id = (text: string): TopicId => text as TopicId
const [ORDER, INVOICE, REFUND, OTHER] = ['order', 'invoice', 'refund', 'other'].map(id) as [
  TopicId,
  TopicId,
  TopicId,
  TopicId,
]
const TOPICS: CommandArgs<'topics.save'>['topics'] = [
  {
    id: ORDER,
    name: '订单',
    topics: [
      { id: INVOICE, name: '发票' },
      { id: REFUND, name: '退款' },
    ],
  },
  { id: OTHER, name: '其他', topics: [] },
]

const save = async (
  { run, agent }: Reception,
  more: Partial<CommandArgs<'topics.save'>> = {},
): Promise<CommandOutcome> =>
  run(agent(1), 'topics.save', { version: 0, on: true, required: false, topics: TOPICS, ...more })

/** A customer whom agent 1 has answered. */
const served = async (
  { arrive, customer, write, send, agent, db }: Reception,
  name = '访客',
): Promise<{ visitor: CustomerPrincipal; sessionId: SessionId }> => {
  await arrive(1)
  const visitor = await customer(name)
  await write(visitor, '你好')
  await send(agent(1), visitor.conversationId, '您好')
  const stored = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
  if (!stored) throw new Error('no session')
  return { visitor, sessionId: stored.session.id }
}

const topicOf = async ({ db }: Reception, sessionId: SessionId): Promise<TopicId | null | undefined> =>
  (await findSession(db, ORGANIZATION, sessionId))?.session.topicId

describeDatabases('session topics', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-270 two levels are saved as a whole, names too long or twice are refused, and everybody hears of it', async () => {
    await withReception(OPTIONS, async (reception) => {
      expect(await save(reception)).toMatchObject({ ok: true })
      const list = await topicListOf(reception.db, ORGANIZATION)
      expect(list).toMatchObject({ on: true, required: false, version: 1 })
      expect(list.topics.map(({ id: own, parentId }) => [own, parentId])).toEqual([
        [ORDER, null],
        [INVOICE, ORDER],
        [REFUND, ORDER],
        [OTHER, null],
      ])
      const entries = reception.commits.flatMap((commit) => commit.entries)
      expect(entries).toMatchObject([{ scope: 'org', event: 'topics.changed', payload: { topics: list } }])

      const one = (name: string) => [{ id: ORDER, name, topics: [] }]
      const named = async (topics: CommandArgs<'topics.save'>['topics']): Promise<CommandOutcome> =>
        save(reception, { version: 1, topics })
      expect(await named(one('字'.repeat(13)))).toMatchObject({ code: 'invalid' })
      expect(await named(one(`${'字'.repeat(12)}a`))).toMatchObject({ code: 'invalid' })
      expect(await named(one(' '))).toMatchObject({ code: 'invalid' })
      expect(await named([...one('订单'), { id: OTHER, name: '订单', topics: [] }])).toMatchObject({
        code: 'topic-name-taken',
        details: { name: '订单' },
      })
      expect(await named([...one('订单'), ...one('退款')])).toMatchObject({ code: 'invalid' })
      expect(await named(one('字'.repeat(12)))).toMatchObject({ ok: true })
    })
  })

  it('R-02-274 at most 50 of the first level and 50 below each of them', async () => {
    await withReception(OPTIONS, async (reception) => {
      const many = (count: number, prefix: string) =>
        Array.from({ length: count }, (_, index) => ({ id: id(`${prefix}-${index}`), name: `${index}` }))
      const tree = (first: number, second: number) =>
        many(first, 'a').map((topic) => ({ ...topic, topics: many(second, topic.id) }))
      expect(await save(reception, { topics: tree(51, 0) })).toMatchObject({ code: 'invalid' })
      expect(await save(reception, { topics: tree(1, 51) })).toMatchObject({ code: 'invalid' })
      expect(await save(reception, { topics: tree(50, 50) })).toMatchObject({ ok: true })
      expect((await topicListOf(reception.db, ORGANIZATION)).topics).toHaveLength(50 * 51)
    })
  })

  it('who saves second is told; nobody without the permission saves at all', async () => {
    await withReception(OPTIONS, async (reception) => {
      await save(reception)
      expect(await save(reception)).toMatchObject({ code: 'conflict', details: { version: 1 } })
    })
    await withReception({}, async (reception) => {
      expect(await save(reception)).toMatchObject({ code: 'forbidden' })
    })
  })

  it('R-02-271 the handler sets, changes and clears it until 24 hours after the end; the journal keeps every step', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { run, agent, clock, db, done, commits } = reception
      await save(reception)
      const { visitor, sessionId } = await served(reception)
      const set = async (number: number, topicId: TopicId | null): Promise<CommandOutcome> =>
        run(agent(number), 'session.set-topic', { sessionId, topicId })
      expect(await set(2, REFUND)).toMatchObject({ code: 'not-your-session' })
      // A first level with others below it says too little, and what is not there says nothing.
      expect(await set(1, ORDER)).toMatchObject({ code: 'topic-unavailable' })
      expect(await set(1, id('nothing'))).toMatchObject({ code: 'topic-unavailable' })
      expect(await set(1, REFUND)).toMatchObject({ ok: true })
      expect(await set(1, null)).toMatchObject({ ok: true })
      expect(await set(1, INVOICE)).toMatchObject({ ok: true })
      expect(await set(1, INVOICE)).toMatchObject({ ok: true })
      await done(visitor, 'customer.leave', {})
      clock.advance(DAY_MS)
      expect(await set(1, OTHER)).toMatchObject({ ok: true })
      clock.advance(1)
      expect(await set(1, REFUND)).toMatchObject({ code: 'topic-too-late' })
      expect(await topicOf(reception, sessionId)).toBe(OTHER)

      const journal = (await journalOf(db, ORGANIZATION, sessionId)).filter(({ cause }) => cause === 'topic')
      expect(journal.map(({ topicId, actor }) => [topicId, actor.id])).toEqual([
        [REFUND, 'agent-1'],
        [null, 'agent-1'],
        [INVOICE, 'agent-1'],
        [OTHER, 'agent-1'],
      ])
      const told = commits
        .flatMap(({ entries }) => entries)
        .filter(({ event }) => event === 'session.topic-changed')
      expect(told).toHaveLength(4)
      expect(told.at(-1)).toMatchObject({
        payload: { session: { id: sessionId, topicId: OTHER, state: 'ended' } },
      })
    })
  })

  it('R-02-274 a new name is everywhere at once; a deleted topic stays on its session and is offered to no other', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { run, agent, db } = reception
      await save(reception)
      const { sessionId } = await served(reception)
      await run(agent(1), 'session.set-topic', { sessionId, topicId: INVOICE })
      const topics = [{ id: ORDER, name: '买卖', topics: [{ id: REFUND, name: '退钱' }] }]
      expect(await save(reception, { version: 1, topics })).toMatchObject({ ok: true })
      expect((await topicListOf(db, ORGANIZATION)).topics).toEqual([
        { id: ORDER, parentId: null, name: '买卖', removed: false },
        { id: REFUND, parentId: ORDER, name: '退钱', removed: false },
        { id: INVOICE, parentId: ORDER, name: '发票', removed: true },
        { id: OTHER, parentId: null, name: '其他', removed: true },
      ])
      expect(await topicOf(reception, sessionId)).toBe(INVOICE)
      const other = await served(reception, '另一位')
      expect(
        await run(agent(1), 'session.set-topic', { sessionId: other.sessionId, topicId: INVOICE }),
      ).toMatchObject({ code: 'topic-unavailable' })
    })
  })

  it('R-02-272 where it is required an agent ends no session without a topic; customers still do', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { run, agent, done, db } = reception
      await save(reception, { required: true })
      const { sessionId } = await served(reception)
      const end = async (): Promise<CommandOutcome> => {
        const stored = await findSession(db, ORGANIZATION, sessionId)
        return run(agent(1), 'session.end', { sessionId, version: stored?.session.version ?? 0, lastSeq: 99 })
      }
      expect(await end()).toMatchObject({ code: 'topic-required' })
      await done(agent(1), 'session.set-topic', { sessionId, topicId: REFUND })
      expect(await end()).toMatchObject({ ok: true })
      expect(await topicOf(reception, sessionId)).toBe(REFUND)
      const other = await served(reception, '另一位')
      expect(await run(other.visitor, 'customer.leave', {})).toMatchObject({ ok: true })
    })
  })

  it('does not ask for one where none is required, none is switched on, or none is there', async () => {
    for (const settings of [
      { required: false },
      { on: false, required: true },
      { required: true, topics: [] },
    ]) {
      await withReception(OPTIONS, async (reception) => {
        await save(reception, settings)
        const { sessionId } = await served(reception)
        const version = (await findSession(reception.db, ORGANIZATION, sessionId))?.session.version ?? 0
        expect(
          await reception.run(reception.agent(1), 'session.end', { sessionId, version, lastSeq: 99 }),
        ).toMatchObject({ ok: true })
      })
    }
  })
})
