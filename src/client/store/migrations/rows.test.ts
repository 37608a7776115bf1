/** What a cache held before a step of its schema it holds afterwards. */
import { expect, it } from 'vitest'

import { systemClock } from '../../../base/clock.ts'
import { createDatabases } from '../../../main/clientHost/databases.ts'
import type { Row, SqliteDriver } from '../../host/sqlite.ts'
import { cacheMigrations, migrate } from './index.ts'

/** What an agent has after a day, as it was kept before colleagues could chat. */
const BEFORE_CHATS = [
  `insert into position (id, epoch, revision, generation, me) values (1, 'e1', 9, 2, '{"agentId":"a1"}')`,
  `insert into scopes (scope, revision, generation) values ('org', 9, 2), ('thread:c1', 9, 2)`,
  `insert into customers (id, number, name, version, data, type, ownership, language, tag_ids)
   values ('k1', 1, '王', 1, '{}', 'visitor', 'public', 'zh-CN', '["t1"]')`,
  `insert into conversations (id, customer_id, channel, widget_id, session_id, last_seq, delivered_seq, read_seq,
     created_at, at, waiting_since) values ('c1', 'k1', 'web', 'w1', 's1', 2, 2, 1, 5, 9, 8)`,
  `insert into list_entries (conversation_id, read_seq, pinned, added_at, rank, marked_unread)
   values ('c1', 1, 1, 5, 'm', 1)`,
  `insert into list_entry_overlays (command_id, conversation_id, read_seq, revision) values ('x1', 'c1', 2, null)`,
  `insert into messages (key, conversation_id, seq, id, session_id, sender_kind, sender_id, body, at)
   values (1, 'c1', 1, 'm1', 's1', 'customer', 'k1', '{"kind":"text","text":"我要退款"}', 8),
          (2, 'c1', 2, 'm2', 's1', 'agent', 'a1', '{"kind":"text","text":"好的"}', 9)`,
  `insert into session_notes (id, conversation_id, at, value) values ('n1', 'c1', 9, '{}')`,
  `insert into reminders (conversation_id, due_at, set_at) values ('c1', 20, 9)`,
]

const WITH_CHAT = [
  ...BEFORE_CHATS,
  `insert into conversations (id, last_seq, delivered_seq, read_seq, created_at, at) values ('g1', 0, 0, 0, 6, 9)`,
  `insert into chats (id, kind, name, creator_id, member_ids, created_at, is_left)
   values ('g1', 'group', '晚班', 'a1', '["a1","a2"]', 6, 0)`,
]

const WITH_DRAFT = [
  ...WITH_CHAT,
  `insert into drafts (conversation_id, version, writer, content) values ('c1', 3, 'd1', '{"text":"在"}')`,
]

interface Case {
  readonly name: string
  readonly rows: readonly string[]
  /** By table: what all of its rows have besides. */
  readonly gains: Readonly<Record<string, object>>
  /** Fails before the step. */
  readonly takes: string
}

const CASES: readonly Case[] = [
  {
    name: '0013-chats',
    rows: BEFORE_CHATS,
    gains: {},
    takes: `insert into conversations (id, last_seq, delivered_seq, read_seq, created_at, at)
      values ('g2', 0, 0, 0, 6, 9)`,
  },
  {
    name: '0014-drafts',
    rows: WITH_CHAT,
    gains: {},
    takes: `insert into drafts (conversation_id, version, writer, content) values ('c1', 1, 'd1', '{}')`,
  },
  {
    name: '0016-message-settings',
    rows: WITH_DRAFT,
    gains: { list_entries: { message_setting: null }, list_entry_overlays: { message_setting: null } },
    takes: `update list_entries set message_setting = 'silent'`,
  },
  {
    name: '0017-scheduled-messages',
    rows: WITH_DRAFT,
    gains: {},
    takes: `insert into scheduled_messages (id, conversation_id, text, due_at) values ('s1', 'c1', '明天见', 20)`,
  },
  {
    name: '0018-note-mentions',
    rows: WITH_DRAFT,
    gains: {},
    takes: `insert into note_mentions (note_id, conversation_id, by_agent_id, text, seq, at)
      values ('n1', 'c1', 'a2', '@林溪', 2, 9)`,
  },
  {
    name: '0019-saved-messages',
    rows: WITH_DRAFT,
    gains: {},
    takes: `insert into saved_messages (message_id, conversation_id, agent_id, content, saved_at, at)
      values ('m1', 'c1', 'a2', '{}', 9, 2)`,
  },
  {
    name: '0021-initials',
    rows: [
      ...WITH_DRAFT,
      `insert into customer_texts (key, customer_id, name, text) values (1, 'k1', '王', '王')`,
    ],
    gains: { customer_texts: { initials: '' } },
    takes: `insert into customer_texts (key, customer_id, name, text, initials) values (2, 'k2', '陈', '陈', 'c')`,
  },
  {
    name: '0026-kept-here',
    rows: WITH_DRAFT,
    gains: {},
    takes: `insert into forgotten_threads (conversation_id, seq, at) values ('c1', 2, 9)`,
  },
  {
    name: '0027-starred-colleagues',
    rows: WITH_DRAFT,
    gains: {},
    takes: `insert into starred_colleagues (agent_id, group_id, at) values ('a2', null, 9)`,
  },
]

const rowsOf = (driver: SqliteDriver, statements: readonly string[]): Record<string, Row[]> => {
  const tables = new Set(statements.map((text) => /^insert into (\w+)/u.exec(text)?.[1] ?? ''))
  return Object.fromEntries(
    [...tables].map((table) => [table, driver.all(`select * from ${table} order by 1`)]),
  )
}

it.each(CASES)('$name keeps the rows there were', async ({ name, rows, gains, takes }) => {
  const driver = await createDatabases('/nowhere', systemClock).openMemory()
  const place = cacheMigrations.findIndex((migration) => migration.name === name)
  migrate(driver, cacheMigrations.slice(0, place))
  for (const text of rows) driver.exec(text)
  const before = rowsOf(driver, rows)
  expect(() => driver.exec(takes)).toThrow(/no such|NOT NULL|no column/u)
  migrate(driver, cacheMigrations.slice(0, place + 1))
  const expected = Object.fromEntries(
    Object.entries(before).map(([table, found]) => [
      table,
      found.map((row) => ({ ...row, ...gains[table] })),
    ]),
  )
  expect(rowsOf(driver, rows)).toEqual(expected)
  driver.exec(takes)
  driver.close()
})
