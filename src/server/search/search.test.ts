import { rmSync, writeFileSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { describeDatabases } from '../../../tests/support/databases.ts'
import { openReception, ORGANIZATION, type Reception } from '../../../tests/support/reception.ts'
import { silentLogger } from '../../base/logger.ts'
import type { ConversationId, OrganizationId } from '../../protocol/model/index.ts'
import { messagesByIds } from '../db/messages.ts'
import { openPostgresSearchIndex } from '../db/postgresSearchIndex.ts'
import type { SearchIndex } from '../db/searchIndex.ts'
import { openSqliteSearchIndex } from '../db/sqliteSearchIndex.ts'
import { createMessageIndexer, type MessageIndexer } from './messageIndexer.ts'
import { createMessageSearch } from './messageSearch.ts'
import { createRecentMessages } from './recentMessages.ts'

describeDatabases('search of messages', (databases) => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-search-'))
  let files = 0
  const cleanups: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
  })

  const openIndex = async (reception: Reception, file: string): Promise<SearchIndex> =>
    databases.driver === 'sqlite' ? openSqliteSearchIndex(file) : openPostgresSearchIndex(reception.db)

  const open = async () => {
    const address = await databases.fresh()
    if (!address) return null
    const clock = createTestClock()
    const reception = await openReception({ address, clock })
    cleanups.push(async () => reception.close())
    const file = join(folder, `search-${(files += 1)}.db`)
    const start = async () => {
      const index = await openIndex(reception, file)
      const recent = createRecentMessages()
      const unlisten = reception.engine.onCommitted(recent.committed)
      const indexer: MessageIndexer = createMessageIndexer({
        db: reception.db,
        index,
        recent,
        clock,
        log: silentLogger,
      })
      indexer.start()
      const search = createMessageSearch(reception.db, index, recent)
      const find = async (
        text: string,
        within: ReadonlySet<ConversationId> | null = null,
        organizationId: OrganizationId = ORGANIZATION,
      ): Promise<string[]> => {
        const ids = await search.find({ organizationId, text, before: null, limit: 20, within })
        const messages = new Map(
          (await messagesByIds(reception.db, organizationId, ids)).map((message) => [message.id, message]),
        )
        return ids.map((id) => {
          const body = messages.get(id)?.body
          return body?.kind === 'text' ? body.text : ''
        })
      }
      const stop = async (): Promise<void> => {
        unlisten()
        await indexer.stop()
        await index.close()
      }
      return { find, stop }
    }
    return { reception, clock, start, file }
  }
  /** The indexer has its turns; the clock is the test's. */
  const indexed = async (
    clock: { advanceAsync(ms: number): Promise<void> },
    find: () => Promise<string[]>,
  ) => {
    let found: string[] = []
    await expect
      .poll(
        async () => {
          await clock.advanceAsync(250)
          found = await find()
          return found.length
        },
        { interval: 2 },
      )
      .toBeGreaterThan(0)
    return found
  }

  it('finds words of one, two and more characters and Latin words, newest first', async () => {
    const opened = await open()
    if (!opened) return
    const { reception, clock, start } = opened
    const { find, stop } = await start()
    cleanups.push(stop)
    const customer = await reception.customer('a')
    for (const text of ['我要退款', '退货可以吗', '请开发票 Invoice A4-77', '谢谢']) {
      await reception.write(customer, text)
      clock.advance(1_000)
    }
    expect(await indexed(clock, async () => find('谢谢'))).toEqual(['谢谢'])
    expect(await find('退款')).toEqual(['我要退款'])
    expect(await find('退')).toEqual(['退货可以吗', '我要退款'])
    expect(await find('要退款')).toEqual(['我要退款'])
    expect(await find('款退')).toEqual([])
    expect(await find('invoice 发票')).toEqual(['请开发票 Invoice A4-77'])
    expect(await find('"; drop table x; --')).toEqual([])
  })

  it('finds what the index has not come to yet', async () => {
    const opened = await open()
    if (!opened) return
    const { reception, clock, start } = opened
    const customer = await reception.customer('a')
    await reception.write(customer, '第一句')
    const { find, stop } = await start()
    cleanups.push(stop)
    await indexed(clock, async () => find('第一句'))
    for (const text of ['我要退款', '退款呢', '谢谢']) {
      clock.advance(10)
      await reception.write(customer, text)
    }
    expect(await find('退款')).toEqual(['退款呢', '我要退款'])
    expect(await find('退款', new Set())).toEqual([])
    expect(await find(' ')).toEqual([])
  })

  it('R-06-165 stays within the threads and the organisation of whoever asks', async () => {
    const opened = await open()
    if (!opened) return
    const { reception, clock, start } = opened
    const { find, stop } = await start()
    cleanups.push(stop)
    const [first, second] = [await reception.customer('a'), await reception.customer('b')]
    await reception.write(first, '第一个问题')
    clock.advance(1_000)
    await reception.write(second, '第二个问题')
    await indexed(clock, async () => find('第二个'))
    expect(await find('问题')).toEqual(['第二个问题', '第一个问题'])
    expect(await find('问题', new Set([first.conversationId]))).toEqual(['第一个问题'])
    expect(await find('问题', new Set())).toEqual([])
    expect(await find('问题', null, 'other' as OrganizationId)).toEqual([])
  })

  it('catches up with what was written before it began, each message once', async () => {
    const opened = await open()
    if (!opened) return
    const { reception, clock, start, file } = opened
    for (let index = 0; index < 3; index += 1) {
      const customer = await reception.customer(`visitor ${index}`)
      await reception.write(customer, `旧消息 ${index}`)
      clock.advance(10)
    }
    const first = await start()
    const all = ['旧消息 2', '旧消息 1', '旧消息 0']
    await indexed(clock, async () => ((await first.find('旧消息')).length === 3 ? all : []))
    expect(await first.find('旧消息')).toEqual(all)
    await first.stop()
    const second = await start()
    await clock.advanceAsync(3_000)
    expect(await second.find('旧消息')).toEqual(all)
    await second.stop()
    if (databases.driver === 'postgres') return
    // Damaged, it is built again.
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
    writeFileSync(file, 'this was a database')
    const third = await start()
    cleanups.push(third.stop)
    await indexed(clock, async () => ((await third.find('旧消息')).length === 3 ? all : []))
    expect(await third.find('旧消息')).toEqual(all)
  })
})
