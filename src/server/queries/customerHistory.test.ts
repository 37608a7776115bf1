import { expect, it } from 'vitest'

import { describeDatabases } from '../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../tests/support/reception.ts'
import { sql } from '../../base/sql.ts'
import type { TopicId, TopicList } from '../../protocol/model/index.ts'
import type { ServerQueryArgs, ServerQueryName, ServerQueryResult } from '../../protocol/queries/index.ts'
import { insertConversation } from '../db/conversations.ts'
import { openSessionOf } from '../db/sessions.ts'
import { saveTopicList } from '../db/topics.ts'

const OPTIONS = { agents: 2, permissions: ['customer.timeline'] } as const
const DAY_MS = 24 * 3_600_000
const TOPIC = 'topic-1' as TopicId
const TOPICS: TopicList = {
  on: true,
  required: false,
  version: 1,
  topics: [{ id: TOPIC, parentId: null, name: '物流', removed: false }],
}

const asker =
  ({ engine, agent }: Reception, number: number) =>
  async <N extends ServerQueryName>(name: N, args: ServerQueryArgs<N>) =>
    (await engine.query(agent(number), name, args)) as
      | { readonly ok: true; readonly value: ServerQueryResult<N> }
      | { readonly ok: false; readonly code: string }

describeDatabases('what was with a customer', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-03-137 R-03-138 R-03-139 the timeline tells each reception with its steps, and each visit with its pages, the newest first', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, send, done, agent, engine, clock, db } = reception
      await arrive(1)
      const visitor = await customer('小李')
      const { conversationId } = visitor
      await write(visitor, '你好')
      await send(agent(1), conversationId, '您好')
      // What the session is about moves it nowhere.
      await db.transaction(async (tx) => saveTopicList(tx, ORGANIZATION, TOPICS))
      const open = await openSessionOf(db, ORGANIZATION, conversationId)
      if (!open) throw new Error('no session')
      await done(agent(1), 'session.set-topic', { sessionId: open.session.id, topicId: TOPIC })
      await done(visitor, 'customer.leave', {})
      clock.advance(DAY_MS)
      const page = { url: 'https://shop.example/', title: '水壶', views: 2, at: clock.now() }
      const record = {
        kind: 'visit' as const,
        at: clock.now(),
        until: clock.now() + 5,
        number: 4,
        mobile: true,
        source: { kind: 'search' as const, host: 'search.example', words: '水壶', campaign: {} },
        pages: [page],
      }
      await engine.runInternal(ORGANIZATION, 'visits.note', { visits: [{ conversationId, record }] })
      const longer = { ...record, until: record.until + 5, pages: [{ ...page, views: 3 }] }
      await engine.runInternal(ORGANIZATION, 'visits.note', { visits: [{ conversationId, record: longer }] })

      const ask = asker(reception, 1)
      const asked = { conversationId, view: 'all' as const, before: null, limit: 10 }
      const answer = await ask('customer.timeline', asked)
      expect(answer).toMatchObject({
        ok: true,
        value: {
          head: {
            visits: 4,
            receptions: 1,
            firstSource: { host: 'search.example' },
            pages: [{ title: '水壶', views: 3 }],
          },
          items: [longer, { kind: 'reception', firstSeq: 1, state: 'ended', endReason: 'by-customer' }],
          more: false,
        },
      })
      const [item] = answer.ok ? answer.value.items.slice(-1) : []
      expect(item?.kind === 'reception' && item.steps.map(({ to, handlerId }) => [to, handlerId])).toEqual([
        ['requested', null],
        ['assigned', 'agent-1'],
        ['active', 'agent-1'],
        ['ended', 'agent-1'],
      ])
      const first = await ask('customer.timeline', { ...asked, limit: 1 })
      expect(first).toMatchObject({ value: { items: [{ kind: 'visit' }], more: true } })
      const next = await ask('customer.timeline', { ...asked, before: record.at, limit: 1 })
      expect(next).toMatchObject({
        value: { head: null, items: [{ kind: 'reception' }], more: false },
      })
      expect(await asker(reception, 2)('customer.timeline', asked)).toMatchObject({ code: 'not-found' })
    })
  })

  it('R-03-146 R-03-147 R-06-143 R-06-146 R-06-170 messages come by kind; days with messages are known by their first message, and what comes after a day without', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, clock, db } = reception
      await arrive(1)
      const visitor = await customer('小王')
      const { conversationId } = visitor
      const monday = clock.now()
      await write(visitor, '一')
      await write(visitor, '二')
      clock.advance(3 * DAY_MS)
      await write(visitor, '三')
      const ask = asker(reception, 1)
      const starts = [0, 1, 2, 3].map((day) => monday + day * DAY_MS - 1)
      const days = await ask('thread.days', { conversationId, starts })
      const { value: page } = (await ask('thread.page', {
        conversationId,
        kinds: 'all',
        before: null,
        from: null,
        limit: 50,
      })) as { value: ServerQueryResult<'thread.page'> }
      const third = page.messages.find(({ body }) => body.kind === 'text' && body.text === '三')
      expect(days).toMatchObject({ value: { days: [1, null, null], later: third?.seq } })
      const image = { kind: 'image', fileId: 'f', name: '"kind":"file"', mime: 'image/png', bytes: 1 }
      const body = JSON.stringify({ ...image, width: 1, height: 1 })
      await db.transaction(async (tx) =>
        tx.run(sql`update messages set body = ${body} where id = ${third?.id ?? ''}`),
      )
      for (const [kinds, count] of [
        ['media', 1],
        ['files', 0],
      ] as const) {
        const some = await ask('thread.page', { conversationId, kinds, before: null, from: null, limit: 5 })
        expect(some.ok && some.value.messages, kinds).toHaveLength(count)
      }
      const from = await ask('thread.page', { conversationId, kinds: 'all', before: null, from: 2, limit: 1 })
      expect(from).toMatchObject({ value: { messages: [{ seq: 2 }], more: true } })
    })
  })

  it('of a thread that is not for the agent only the number of messages is told', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, db, clock } = reception
      await arrive(1)
      const visitor = await customer('小赵', 'im')
      await write(visitor, '你好')
      const { conversationId, customerId } = visitor
      const hidden = 'hidden' as typeof conversationId
      await db.transaction(async (tx) => {
        const row = { id: hidden, customerId, channel: 'im', widgetId: null, createdAt: clock.now() } as const
        await insertConversation(tx, ORGANIZATION, row)
        await tx.run(sql`update conversations set last_seq = 7 where id = ${hidden}`)
      })
      const ask = asker(reception, 1)
      const answer = await ask('customer.threads', { conversationId })
      const threads = answer.ok ? answer.value.threads : []
      expect(new Map(threads.map(({ conversationId: id, readable }) => [id, readable]))).toEqual(
        new Map([
          [conversationId, true],
          [hidden, false],
        ]),
      )
      expect(threads.find(({ readable }) => !readable)?.messages).toBe(7)
      const page = { conversationId: hidden, kinds: 'all', before: null, from: null, limit: 5 } as const
      expect(await ask('thread.page', page)).toMatchObject({ code: 'not-found' })
      expect(await asker(reception, 2)('customer.threads', { conversationId })).toMatchObject({
        code: 'not-found',
      })
    })
  })
})
