import { expect, it } from 'vitest'

import { AT, conversationRow, customerRow, listEntryRow } from '../../../tests/support/modelRows.ts'
import { silentLogger } from '../../base/logger.ts'
import { openSqlite } from '../../main/clientHost/sqliteDriver.ts'
import type {
  AgentId,
  ColorMark,
  ColorMarkId,
  ConversationId,
  Customer,
  ListEntry,
  StageId,
  TagId,
} from '../../protocol/model/index.ts'
import type { ConversationListArgs } from '../api.ts'
import { pragmasOf } from '../host/sqlite.ts'
import { saveColorMarks } from './colorMarks.ts'
import { listConversations, listedLanguages } from './conversationList.ts'
import { saveConversation } from './conversations.ts'
import { saveCustomer } from './customers.ts'
import { addOverlay, saveListEntry } from './listEntries.ts'
import { cacheMigrations, migrate } from './migrations/index.ts'
import { createStore } from './store.ts'

const ME = 'me' as AgentId
const VIP = 'vip' as TagId
const markId = (id: string) => id as ColorMarkId
const mark = (id: string, rule: ColorMark['rule'] = null): ColorMark => ({
  id: markId(id),
  name: id,
  color: 'red',
  rule,
})
const MARKS = [
  mark('won', { field: 'type', values: ['won'] }),
  mark('call'),
  mark('vip', { field: 'tag', values: [VIP] }),
  mark('later'),
  mark('second', { field: 'stage', values: ['second' as StageId] }),
]

const open = () => {
  const cache = openSqlite(':memory:', pragmasOf('memory'))
  migrate(cache, cacheMigrations)
  const store = createStore(silentLogger)
  store.use({ own: openSqlite(':memory:', pragmasOf('memory')), cache })
  const add = (id: string, customer: Partial<Customer> = {}, entry: Partial<ListEntry> = {}, lastSeq = 0) => {
    store.write(({ cache: db }) => {
      saveCustomer(db, customerRow(`customer-${id}`, customer))
      saveConversation(db, conversationRow(id, { lastSeq, createdAt: AT + lastSeq }), null)
      saveListEntry(db, listEntryRow(id, entry))
    })
  }
  const list = (args: Partial<ConversationListArgs> = {}) =>
    listConversations(store.cache, ME, { filter: 'all', ...args }, MARKS)
  const ids = (args: Partial<ConversationListArgs> = {}): string =>
    list(args)
      .map(({ id }) => id)
      .join(' ')
  return { store, add, list, ids }
}

it('R-03-046 a filter joins its fields with "and" and the values of one field with "or"', () => {
  const { store, add, ids } = open()
  add('a', { type: 'won', language: 'en' }, {}, 4)
  add('b', { type: 'potential', tagIds: [VIP] }, { readSeq: 3 }, 3)
  add('c', { type: 'won', tagIds: [VIP, 'other' as TagId] }, { readSeq: 2 }, 2)
  add('d', { ownership: 'team-pool', stageId: 'second' as StageId }, { readSeq: 1, markedUnread: true }, 1)
  store.write(({ cache }) => {
    saveColorMarks(cache, { customerId: customerRow('customer-d').id, markIds: [markId('call')] })
  })
  expect(ids()).toBe('a b c d')
  expect(ids({ where: { types: ['won', 'potential'] } })).toBe('a b c')
  expect(ids({ where: { types: ['won', 'potential'], tagIds: [VIP] } })).toBe('b c')
  expect(ids({ where: { types: ['won'], tagIds: [VIP], channels: ['web'] } })).toBe('c')
  expect(ids({ where: { ownership: ['team-pool'] } })).toBe('d')
  expect(ids({ where: { stageIds: ['second' as StageId] } })).toBe('d')
  expect(ids({ where: { unread: true } })).toBe('a d')
  expect(ids({ where: { marks: [markId('call'), markId('won')] } })).toBe('a c d')
  expect(ids({ where: { marks: [markId('gone')] } })).toBe('')
  expect(ids({ where: { languages: listedLanguages(store.cache).slice(0, 1) } })).toBe('a')
  expect(ids({ where: { unread: true }, only: 'd' as ConversationId })).toBe('d')
})

it('R-03-052 R-03-054 marks set by hand go before those that follow from type, stage and tags, each in the order of the editor', () => {
  const { store, add, list } = open()
  add('a', { type: 'won', tagIds: [VIP], stageId: 'second' as StageId })
  store.write(({ cache }) => {
    const { id } = customerRow('customer-a')
    saveColorMarks(cache, { customerId: id, markIds: [markId('later'), markId('gone'), markId('call')] })
  })
  expect(list()[0]?.marks).toBe('call,later,won,vip,second')
})

it('R-03-033 the order of entry holds within the pinned block and within the other, and what was moved stays there', () => {
  const { store, add, ids } = open()
  add('a', {}, { addedAt: AT + 1 }, 9)
  add('b', {}, { addedAt: AT + 2 })
  add('c', {}, { addedAt: AT + 3, pinned: true })
  add('d', {}, { addedAt: AT + 4, pinned: true, rank: '000000000000001' })
  expect(ids({ order: 'entry' })).toBe('c d b a')
  store.write(({ cache }) => {
    addOverlay(cache, {
      commandId: '1',
      conversationId: 'a' as ConversationId,
      readSeq: null,
      pinned: null,
      rank: String(AT + 9).padStart(15, '0'),
      markedUnread: null,
      messageSetting: null,
    })
  })
  expect(ids({ order: 'entry' })).toBe('c d a b')
})
