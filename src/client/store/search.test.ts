import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { agentRow, AT, conversationRow, customerRow, messageRow } from '../../../tests/support/modelRows.ts'
import { silentLogger } from '../../base/logger.ts'
import { sql } from '../../base/sql.ts'
import { fold, parseSearch } from '../../domain/search/terms.ts'
import { openSqlite } from '../../main/clientHost/sqliteDriver.ts'
import type { Me } from '../../protocol/model/index.ts'
import { pragmasOf } from '../host/sqlite.ts'
import type { SqliteDriver } from '../ports/index.ts'
import { createQuiet } from '../quiet.ts'
import { loadSqlite, openMemory } from '../worker/sqliteDriver.ts'
import { saveConversation } from './conversations.ts'
import { saveCustomer } from './customers.ts'
import { insertMessage, removeMessages } from './messages.ts'
import { cacheMigrations, migrate, ownMigrations } from './migrations/index.ts'
import { saveInDirectory } from './organization.ts'
import { saveMe } from './position.ts'
import { savePrivateRemark } from './privateRemarks.ts'
import { saveQuickReply } from './quickReplies.ts'
import { createSearchIndex } from './search.ts'
import { searchDirectory } from './searchDirectory.ts'
import { createStore } from './store.ts'

/** Somebody who may call customers by private names. */
const ME = { agentId: 'me', permissions: ['remark.private'] } as unknown as Me

const setup = (own: SqliteDriver, cache: SqliteDriver) => {
  migrate(own, ownMigrations)
  migrate(cache, cacheMigrations)
  const clock = createTestClock()
  const store = createStore(silentLogger)
  store.use({ own, cache })
  store.write(({ cache: db }) => saveMe(db, 'epoch', ME))
  const quiet = createQuiet(clock)
  const index = createSearchIndex(store, clock, silentLogger, quiet)
  const seqs = new Map<string, number>()
  const say = (conversationId: string, text: string, at: number): void => {
    const seq = (seqs.get(conversationId) ?? 0) + 1
    seqs.set(conversationId, seq)
    store.write(({ cache: db }) => {
      insertMessage(db, messageRow(conversationId, seq, { body: { kind: 'text', text }, at }))
      db.touch(`messages:${messageRow(conversationId, seq).conversationId}`)
    })
  }
  const find = (typed: string, limit = 20): string[] =>
    index
      .find(parseSearch(typed), limit)
      .map(({ message }) => (message.body.kind === 'text' ? message.body.text : message.body.kind))
  const stop = (): void => {
    index.stop()
    store.use({ own: null, cache: null })
  }
  return { clock, store, quiet, index, say, find, stop }
}

const native = (): SqliteDriver => openSqlite(':memory:', pragmasOf('memory'))
const drivers = [
  ['better-sqlite3', async () => setup(native(), native())],
  [
    'SQLite-WASM',
    async () => {
      const sqlite3 = await loadSqlite()
      return setup(openMemory(sqlite3), openMemory(sqlite3))
    },
  ],
] as const

describe.each(drivers)('search in the cache, %s', (_, open) => {
  it('R-17-044 finds new messages within a second, newest first, and removed ones no more', async () => {
    const { clock, store, say, find, index, stop } = await open()
    say('a', '我要退款', AT)
    say('b', '退款到账了吗', AT + 60_000)
    say('a', '三天前的退款', AT - 60_000)
    expect(find('退款')).toEqual([])
    clock.advance(1000)
    expect(find('退款')).toEqual(['退款到账了吗', '我要退款', '三天前的退款'])
    expect(find('退')).toHaveLength(3)
    expect(find('退款', 1)).toEqual(['退款到账了吗'])
    expect(index.share()).toBe(1)
    store.write(({ cache }) => removeMessages(cache, messageRow('a', 1).conversationId))
    expect(find('退款')).toEqual(['退款到账了吗'])
    say('c', '又要退款', AT + 90_000)
    clock.advance(1000)
    expect(find('退款')).toEqual(['又要退款', '退款到账了吗'])
    stop()
  })

  it('R-17-048 a long work goes on slowly while somebody asks for one thing after another, and fast when nobody does', async () => {
    const { clock, store, quiet, index, find, stop } = await open()
    store.write(({ cache: db }) => {
      for (let seq = 1; seq <= 4000; seq += 1) {
        const body = { kind: 'text', text: '我要退款' } as const
        insertMessage(db, messageRow('a', seq, { body, at: AT + seq }))
      }
      db.touch(`messages:${messageRow('a', 1).conversationId}`)
    })
    for (let ms = 0; ms < 1000; ms += 50) {
      quiet.disturb()
      clock.advance(50)
    }
    const slowly = index.share()
    expect(slowly).toBeGreaterThan(0)
    expect(slowly).toBeLessThan(0.5)
    expect(Math.floor((find('退款', 5000).length / 4000) * 100) / 100).toBe(slowly)
    for (let ms = 0; ms < 1000; ms += 10) clock.advance(10)
    expect(index.share()).toBe(1)
    stop()
  })

  it('R-17-044 finds changed text by what it is now', async () => {
    const { clock, store, say, find, stop } = await open()
    say('a', '明天发货', AT)
    say('a', '好的', AT + 1)
    clock.advance(1000)
    store.write(({ cache }) => {
      cache.run(
        sql`update messages set body = ${JSON.stringify({ kind: 'text', text: '后天发货' })} where seq = 1`,
      )
      cache.touch('messages:a')
    })
    expect(find('明天')).toEqual([])
    clock.advance(1000)
    expect(find('后天')).toEqual(['后天发货'])
    expect(find('发货')).toEqual(['后天发货'])
    stop()
  })

  it('R-17-040 finds the inside of words, figures and names of files', async () => {
    const { clock, store, say, find, stop } = await open()
    say('a', 'Please unsubscribe me', AT)
    say('a', '订单 SF20261121004827 到了吗', AT + 1)
    store.write(({ cache }) =>
      insertMessage(
        cache,
        messageRow('a', 9, {
          body: { kind: 'file', fileId: 'f' as never, name: '报价单-final.pdf', mime: '', bytes: 1 },
        }),
      ),
    )
    store.announce('messages:a')
    clock.advance(1000)
    expect(find('scribe')).toEqual(['Please unsubscribe me'])
    expect(find('1004')).toEqual(['订单 SF20261121004827 到了吗'])
    expect(find('4827')).toHaveLength(1)
    expect(find('报价单')).toEqual(['file'])
    expect(find('inal.pd')).toEqual(['file'])
    stop()
  })

  it('equals a scan, whatever was written and typed', async () => {
    const { clock, say, find, stop } = await open()
    const word = fc.oneof(
      fc.stringMatching(/^[退款进度货一]{1,6}$/u),
      fc.stringMatching(/^[a-c]{3,6}$/u),
      fc.stringMatching(/^[0-9]{4,8}$/u),
    )
    const written: string[] = []
    for (const words of fc.sample(fc.array(word, { minLength: 1, maxLength: 4 }), {
      numRuns: 400,
      seed: 7,
    })) {
      written.push(words.join(written.length % 2 === 0 ? ' ' : '，'))
    }
    written.forEach((text, n) => say(`c${n % 7}`, text, AT + ((n * 7919) % 400) * 500))
    clock.advance(5000)
    for (const typed of fc.sample(word, { numRuns: 200, seed: 8 })) {
      const scan = written.filter((text) => fold(text).includes(typed))
      expect(find(typed, 1000).toSorted(), typed).toEqual(scan.toSorted())
    }
    stop()
  })

  it('R-17-040 finds letters that stand in very many words, newest first', async () => {
    const { clock, say, find, stop } = await open()
    const letters = [...'abcdefghij']
    const word = (n: number): string => `${letters[n % 10] ?? ''}${letters[Math.floor(n / 10) % 10] ?? ''}q`
    const written = Array.from(
      { length: 300 },
      (_, n) => `${word(n)}x${word(n * 7)} SKU${n + 1000} ${n % 3 === 0 ? word(n * 3) : '退款'}`,
    )
    written.forEach((text, n) => say(`c${n % 7}`, text, AT + n * 1000))
    clock.advance(5000)
    for (const typed of ['q', 'aq', 'qx', 'q 退', 'x b', 'bq c', 'k', 'sku129']) {
      const scan = written.filter((text) => typed.split(' ').every((part) => fold(text).includes(part)))
      expect(find(typed), typed).toEqual(scan.toReversed().slice(0, 20))
      expect(find(typed, 1000), typed).toEqual(scan.toReversed())
    }
    stop()
  })

  it('tells how much is indexed while it is being built', async () => {
    const { clock, store, index, stop } = await open()
    store.write(({ cache }) => {
      for (let seq = 1; seq <= 1000; seq += 1) insertMessage(cache, messageRow('a', seq))
      cache.touch('messages:a')
    })
    clock.advance(101)
    expect(index.share()).toBeGreaterThan(0)
    expect(index.share()).toBeLessThan(1)
    clock.advance(1000)
    expect(index.share()).toBe(1)
    stop()
  })

  it('R-17-041 finds people by pinyin: whole, by initials, mixed and by other readings, beside other words', async () => {
    const { clock, store, index, stop } = await open()
    const directory = (typed: string) =>
      searchDirectory(store.cache, parseSearch(typed), index.findCustomers(parseSearch(typed), 10), 10)
    const found = (typed: string) =>
      directory(typed)
        .customers.map(({ id }) => id)
        .toSorted()
    store.write(({ cache }) => {
      saveCustomer(cache, customerRow('shan', { name: '单雪', phone: '13800138000' }))
      saveCustomer(cache, customerRow('wu', { name: '武嘉禾' }))
      saveCustomer(cache, customerRow('sun', { name: '孙贤', note: '问过 wjh 的价格' }))
      saveCustomer(cache, customerRow('emma', { name: 'Emma Shan' }))
      saveQuickReply(cache, {
        id: 'q' as never,
        ownerId: null,
        groupName: '售后',
        title: '退货地址',
        texts: ['请寄到这里'],
        files: [],
        position: 1,
        version: 1,
      })
    })
    clock.advance(1000)
    for (const typed of ['shanxue', 'danxue', 'danx', 'SX 1380'])
      expect([typed, found(typed)]).toEqual([typed, ['shan']])
    expect(found('sx')).toEqual(['shan', 'sun'])
    expect(found('shan')).toEqual(['emma', 'shan'])
    expect(found('wjh')).toEqual(['sun', 'wu'])
    for (const typed of ['wujh', 'wujiahe', 'jiahe']) expect([typed, found(typed)]).toEqual([typed, ['wu']])
    expect(found('xs')).toEqual([])
    expect(directory('thdz').quickReplies).toHaveLength(1)
    // What the agent calls somebody is read, too; and the name they have lost no more.
    store.write(({ cache }) => {
      savePrivateRemark(cache, { customerId: customerRow('wu').id, text: '老武' })
      saveCustomer(cache, customerRow('shan', { name: '林溪', version: 9 }))
    })
    clock.advance(1000)
    expect(found('laowu')).toEqual(['wu'])
    expect(found('wujiahe')).toEqual(['wu'])
    expect(found('danxue')).toEqual([])
    expect(found('linxi')).toEqual(['shan'])
    stop()
  })

  it('R-17-046 R-03-165 R-06-162 ranks customers: exact name, beginning of the name, then the latest', async () => {
    const { clock, store, index, stop } = await open()
    const directory = (typed: string) =>
      searchDirectory(store.cache, parseSearch(typed), index.findCustomers(parseSearch(typed), 10), 10)
    const customers = [
      ['inside-old', '小王芳', AT],
      ['inside-new', '小王芳芳', AT + 5],
      ['beginning', '王芳芳', AT],
      ['exact', '王芳', AT],
      ['by-company', '李四', AT + 9],
    ] as const
    store.write(({ cache }) => {
      for (const [id, name, at] of customers) {
        saveCustomer(
          cache,
          customerRow(`customer-${id}`, {
            name,
            company: id === 'by-company' ? '王芳贸易' : '',
            note: id === 'inside-old' ? '常买白毫银针' : '',
          }),
        )
        const friendSince = id === 'beginning' ? at : null
        saveConversation(cache, conversationRow(id, { createdAt: at, friendSince }), null)
      }
      saveInDirectory(cache, 'agent', { ...agentRow('a1', 1), name: '王芳' })
      saveQuickReply(cache, {
        id: 'q' as never,
        ownerId: null,
        groupName: '介绍',
        title: '自我介绍',
        texts: ['我是王芳'],
        files: [],
        position: 1,
        version: 1,
      })
    })
    clock.advance(1000)
    const found = directory('王芳')
    expect(found.customers.map(({ id }) => id)).toEqual([
      'customer-exact',
      'customer-beginning',
      'customer-by-company',
      'customer-inside-new',
      'customer-inside-old',
    ])
    expect(found.conversationByCustomer['customer-exact']).toBe('exact')
    expect(found.quickReplies).toHaveLength(1)
    expect(found.friends).toEqual(['customer-beginning'])
    expect(directory('白毫银针').customers.map(({ id }) => id)).toEqual(['customer-inside-old'])
    store.write(({ cache }) =>
      saveCustomer(cache, customerRow('customer-exact', { name: '陈明', phone: '13800138000', version: 9 })),
    )
    clock.advance(1000)
    expect(directory('陈明 1380013').customers).toHaveLength(1)
    expect(directory('王芳').customers).toHaveLength(4)
    // Somebody is found by what the agent calls them, and still by what everybody does.
    const remark = { customerId: customerRow('customer-exact').id, text: '陈总' }
    store.write(({ cache }) => {
      savePrivateRemark(cache, remark)
    })
    clock.advance(1000)
    for (const typed of ['陈总', '陈明']) {
      expect(directory(typed)).toMatchObject({
        customers: [{ id: remark.customerId }],
        remarkByCustomer: { [remark.customerId]: '陈总' },
      })
    }
    store.write(({ cache }) => {
      savePrivateRemark(cache, { ...remark, text: '' })
    })
    clock.advance(1000)
    expect(directory('陈总').customers).toEqual([])
    stop()
  })
})
