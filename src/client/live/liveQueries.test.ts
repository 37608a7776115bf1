import { describe, expect, it, vi } from 'vitest'

import { addConversation, setUpQueries } from '../../../tests/support/queryStage.ts'
import { openSqlite } from '../../main/clientHost/sqliteDriver.ts'
import type { ConversationId, SessionId } from '../../protocol/model/index.ts'
import type { ConversationRow } from '../api.ts'
import { pragmasOf } from '../host/sqlite.ts'
import { cacheMigrations, migrate } from '../store/migrations/index.ts'
import { saveSetting } from '../store/settings.ts'

describe('live queries', () => {
  it('answer at once, after a change, and not when nothing changed', async () => {
    const { store, live, clock } = setUpQueries()
    const heard: unknown[] = []
    const end = live.subscribe('setting.get', { key: 'theme' }, (answer) => heard.push(answer.value))
    expect(heard).toEqual([])
    await clock.advanceAsync(0)
    expect(heard).toEqual([null])
    store.writeOwn((own) => saveSetting(own, 'theme', 'dark'))
    store.writeOwn((own) => saveSetting(own, 'theme', 'light'))
    store.writeOwn((own) => saveSetting(own, 'other', 1))
    await clock.advanceAsync(16)
    expect(heard).toEqual([null, 'light'])
    store.writeOwn((own) => saveSetting(own, 'theme', 'light'))
    await clock.advanceAsync(100)
    expect(heard).toEqual([null, 'light'])
    end()
    store.writeOwn((own) => saveSetting(own, 'theme', 'dark'))
    await clock.advanceAsync(100)
    expect(heard).toEqual([null, 'light'])
    live.stop()
  })

  it('read once for all who ask the same', async () => {
    const { store, live, clock } = setUpQueries()
    const reads = vi.spyOn(store.own, 'get')
    const answers: unknown[] = []
    for (let n = 0; n < 5; n += 1)
      live.subscribe('setting.get', { key: 'a' }, (answer) => answers.push(answer))
    await clock.advanceAsync(0)
    expect(reads).toHaveBeenCalledTimes(1)
    expect(new Set(answers).size).toBe(1)
    expect(answers).toHaveLength(5)
    live.stop()
  })

  it('R-17-053 tell nothing of a cache that was exchanged for another, however rarely they are read', async () => {
    const { store, live, clock } = setUpQueries()
    addConversation(store, 'a')
    const heard: (readonly ConversationRow[])[] = []
    live.subscribe('conversations.list', { filter: 'all' }, (rows) => heard.push(rows))
    await clock.advanceAsync(0)
    expect(heard).toHaveLength(1)
    const other = openSqlite(':memory:', pragmasOf('cache'))
    migrate(other, cacheMigrations)
    store.use({ cache: other })
    const after: (readonly ConversationRow[])[] = []
    live.subscribe('conversations.list', { filter: 'all' }, (rows) => after.push(rows))
    await clock.advanceAsync(0)
    await clock.advanceAsync(1000)
    expect(after).toEqual([[]])
    expect(heard.slice(1)).toEqual([[]])
    live.stop()
  })

  it('keep the identity of rows that did not change', async () => {
    const { store, live, clock, moment } = setUpQueries()
    for (const id of ['a', 'b', 'c']) addConversation(store, id)
    const lists: (readonly ConversationRow[])[] = []
    live.subscribe('conversations.list', { filter: 'all' }, (rows) => lists.push(rows))
    await clock.advanceAsync(0)
    moment.setOnline({ b: true })
    await clock.advanceAsync(100)
    const [before, after] = lists
    expect(after?.map((row, n) => row === before?.[n])).toEqual([true, false, true])
    expect(after?.[1]?.online).toBe(true)
    live.stop()
  })

  it('read a list at most every 80 ms under load, and once more after the last change', async () => {
    const { store, live, clock } = setUpQueries()
    let lists = 0
    let rows = 0
    live.subscribe('conversations.list', { filter: 'all' }, (answer) => {
      lists += 1
      rows = answer.length
    })
    await clock.advanceAsync(0)
    for (let n = 0; n < 100; n += 1) {
      addConversation(store, `c${n}`)
      await clock.advanceAsync(8)
    }
    expect(lists).toBeLessThanOrEqual(1 + Math.ceil(800 / 80))
    await clock.advanceAsync(80)
    expect(rows).toBe(100)
    live.stop()
  })

  it('never let a slow answer replace a newer one', async () => {
    const waiting: ((count: number) => void)[] = []
    const { store, live, clock } = setUpQueries(
      () =>
        new Promise((resolve) => {
          waiting.push((count) => resolve({ ok: true, value: { messages: Array(count).fill({}) } as never }))
        }),
    )
    const heard: number[] = []
    live.subscribe('pool.messages', { sessionId: 's' as SessionId }, (answer) => heard.push(answer.length))
    await clock.advanceAsync(0)
    store.announce('pool')
    await clock.advanceAsync(1000)
    expect(waiting).toHaveLength(2)
    waiting[1]?.(2)
    waiting[0]?.(1)
    await clock.advanceAsync(0)
    expect(heard).toEqual([2])
    live.stop()
  })

  it('ask once when asked once', async () => {
    const { store, live } = setUpQueries()
    addConversation(store, 'a')
    expect(await live.query('conversation.get', { conversationId: 'none' as ConversationId })).toBeNull()
    const view = await live.query('conversation.get', { conversationId: 'a' as ConversationId })
    expect(view?.customer.id).toBe('customer-a')
    expect(await live.query('search.server', { text: '退款', limit: 5 })).toEqual({
      messages: [],
      offline: true,
    })
    live.stop()
  })
})
