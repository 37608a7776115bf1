import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import type { ColorMarkId, ConversationId } from '../../../protocol/model/index.ts'
import { LIST_LIMITS } from '../../../protocol/model/limits.ts'
import { colorMarksOf } from '../../db/colorMarks.ts'
import { insertConversation } from '../../db/conversations.ts'
import { findListEntry, insertListEntry } from '../../db/listEntries.ts'
import { openSessionOf } from '../../db/sessions.ts'

describeDatabases('rows of an agent’s list', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-03-032 R-03-018 moves, marks and clears rows; clearing leaves pinned, running and unread ones', async () => {
    await withReception({ agents: 1 }, async ({ db, arrive, customer, write, done, run, agent }) => {
      await arrive(1)
      const me = agent(1).agentId
      const talks = []
      for (const name of ['一', '二', '三', '四', '五']) {
        const one = await customer(name)
        await write(one, '在吗')
        talks.push(one.conversationId)
      }
      const [pinned, running, unread, first, second] = talks
      if (!pinned || !running || !unread || !first || !second) throw new Error('five have written')
      const entryOf = (id: typeof first) => findListEntry(db, ORGANIZATION, me, id)
      for (const id of talks) {
        const open = await openSessionOf(db, ORGANIZATION, id)
        if (id === running || !open) continue
        const { id: sessionId, version } = open.session
        await done(agent(1), 'session.end', { sessionId, version, lastSeq: 99 })
      }
      for (const id of talks)
        if (id !== unread) await done(agent(1), 'list-entry.mark', { conversationId: id, unread: false })
      await done(agent(1), 'list-entry.mark', { conversationId: unread, unread: true })
      expect(await entryOf(unread)).toMatchObject({ markedUnread: true })
      await done(agent(1), 'list-entry.pin', { conversationId: pinned, pinned: true })
      await done(agent(1), 'list-entry.move', { conversationId: first, rank: '000000000000007' })
      expect(await entryOf(first)).toMatchObject({ rank: '000000000000007' })

      expect(await done(agent(1), 'list-entry.clear', { conversationIds: talks })).toEqual({ removed: 2 })
      const left = []
      for (const id of talks) if (await entryOf(id)) left.push(id)
      expect(left).toEqual([pinned, running, unread])
      expect(
        await run(agent(1), 'list-entry.move', { conversationId: first, rank: '000000000000001' }),
      ).toMatchObject({
        code: 'not-found',
      })
    })
  })

  it('R-03-034 pins no more than fifty rows, and what is pinned stays so', async () => {
    await withReception({ agents: 1 }, async ({ db, arrive, customer, write, done, run, agent, clock }) => {
      await arrive(1)
      const visitor = await customer('小李')
      await write(visitor, '在吗')
      const { conversationId, customerId } = visitor
      await db.transaction(async (tx) => {
        for (let number = 0; number < LIST_LIMITS.pins; number += 1) {
          const id = `pinned-${number}` as ConversationId
          const thread = { id, customerId, channel: 'web', widgetId: null, createdAt: clock.now() } as const
          await insertConversation(tx, ORGANIZATION, thread)
          await insertListEntry(tx, ORGANIZATION, agent(1).agentId, {
            conversationId: id,
            readSeq: 0,
            pinned: true,
            addedAt: clock.now(),
          })
        }
      })
      expect(await run(agent(1), 'list-entry.pin', { conversationId, pinned: true })).toMatchObject({
        code: 'pins-full',
        details: { limit: 50 },
      })
      const conversationIdOfOne = 'pinned-1' as ConversationId
      await done(agent(1), 'list-entry.pin', { conversationId: conversationIdOfOne, pinned: true })
      await done(agent(1), 'list-entry.pin', { conversationId: conversationIdOfOne, pinned: false })
      await done(agent(1), 'list-entry.pin', { conversationId, pinned: true })
    })
  })

  it('R-03-055 marks set by hand are kept for the agent who set them, and told to nobody else', async () => {
    await withReception({ agents: 2 }, async ({ db, arrive, customer, write, done, agent, commits }) => {
      await arrive(1)
      const { customerId, ...visitor } = await customer('小李')
      await write({ customerId, ...visitor }, '在吗')
      const [a, b, c] = ['a', 'b', 'c'].map((id) => id as ColorMarkId) as [
        ColorMarkId,
        ColorMarkId,
        ColorMarkId,
      ]
      await done(agent(1), 'color-mark.set', { customerId, add: [a, b], remove: [] })
      await done(agent(1), 'color-mark.set', { customerId, add: [c], remove: [a] })
      const markIds = [b, c]
      expect(await colorMarksOf(db, ORGANIZATION, agent(1).agentId)).toEqual([{ customerId, markIds }])
      expect(await colorMarksOf(db, ORGANIZATION, agent(2).agentId)).toEqual([])
      const told = commits
        .flatMap(({ entries }) => entries)
        .filter(({ event }) => event === 'color-marks.changed')
      expect(told.map(({ scope }) => scope)).toEqual(['agent:agent-1', 'agent:agent-1'])
      await done(agent(1), 'color-mark.set', { customerId, add: [], remove: markIds })
      expect(await colorMarksOf(db, ORGANIZATION, agent(1).agentId)).toEqual([])
    })
  })
})
