/** What stood in a database before a step of its schema stands there afterwards, but for what the step is to change. */
import { rmSync } from 'node:fs'

import { expect, it } from 'vitest'

import { describeDatabases, type TestDatabases } from '../../../../tests/support/databases.ts'
import { silentLogger } from '../../../base/logger.ts'
import { migrate } from '../migrate.ts'
import type { Db } from '../port.ts'
import { openPostgres } from '../postgres.ts'
import { openSqlite } from '../sqlite.ts'
import { migrations } from './index.ts'

const CLOCK = { now: () => 1_800_000_000_000 }

/** One organisation with an agent, a customer and their conversation, as they were before colleagues could chat. */
const BEFORE_CHATS = [
  `insert into organizations (organization_id, name, time_zone, language, policy, capacity, waiting_limit_ms, revision,
     config_revision, history_epoch, last_agent_number, last_customer_number, created_at)
   values ('o1', '栖木', 'Asia/Shanghai', 'zh-CN', 'least-load', 10, 60000, 7, 3, 'e1', 1, 1, 5)`,
  `insert into roles (organization_id, id, name, permissions)
   values ('o1', 'r1', '客服', '["client.sign-in","chat.external"]'), ('o1', 'r2', '质检', '["record.read"]')`,
  `insert into agents (organization_id, id, account, account_key, number, name, outward_name, role_ids, super_admin,
     disabled, password_hash, created_at)
   values ('o1', 'a1', 'lin', 'o1/lin', 1, '林溪', '小栖', '["r1"]', 0, 0, 'hash', 5)`,
  `insert into customers (organization_id, id, number, name, phone, email, company, region, language, source, type,
     ownership, note, created_at, version)
   values ('o1', 'k1', 1, '王', '', '', '', '', 'zh-CN', 'widget', 'visitor', 'public', '', 5, 1)`,
  `insert into conversations (organization_id, id, customer_id, channel, widget_id, last_seq, last_at, last_agent_seq,
     delivered_seq, read_seq, created_at, replies)
   values ('o1', 'c1', 'k1', 'web', 'w1', 4, 9, 2, 4, 3, 5, 1)`,
  `insert into list_entries (organization_id, agent_id, conversation_id, read_seq, pinned, added_at, rank, marked_unread)
   values ('o1', 'a1', 'c1', 3, 1, 5, 'm', 1)`,
]

/** The same with a chat that the agent is in. */
const WITH_CHAT = [
  ...BEFORE_CHATS,
  `insert into conversations (organization_id, id, last_seq, last_at, last_agent_seq, delivered_seq, read_seq,
     created_at, replies) values ('o1', 'g1', 2, 9, 2, 0, 0, 6, 0)`,
  `insert into chats (organization_id, id, kind, pair, name, creator_id, created_at)
   values ('o1', 'g1', 'group', null, '晚班', 'a1', 6)`,
  `insert into chat_members (organization_id, chat_id, agent_id, place, joined_at) values ('o1', 'g1', 'a1', 1, 6)`,
]

interface Case {
  readonly number: number
  readonly rows: readonly string[]
  /** By table: what each of its rows has become, beside what it was. */
  readonly becomes: Readonly<Record<string, readonly object[]>>
  /** Fails before the step. */
  readonly takes: string
}

const CASES: readonly Case[] = [
  {
    number: 35,
    rows: BEFORE_CHATS,
    becomes: {},
    takes: `insert into conversations (organization_id, id, last_seq, last_at, last_agent_seq, delivered_seq, read_seq,
      created_at, replies) values ('o1', 'g2', 0, 9, 0, 0, 0, 6, 0)`,
  },
  {
    number: 37,
    rows: WITH_CHAT,
    becomes: {},
    takes: `insert into drafts (organization_id, agent_id, conversation_id, version, writer, content, saved_at)
      values ('o1', 'a1', 'c1', 1, 'd1', null, 9)`,
  },
  {
    number: 38,
    rows: WITH_CHAT,
    becomes: {
      roles: [{ permissions: '["client.sign-in","client.layout","chat.external"]' }, {}],
    },
    takes: `insert into quick_entries (organization_id, entries, secret, version) values ('o1', '[]', 's', 1)`,
  },
  {
    number: 39,
    rows: WITH_CHAT,
    becomes: {},
    takes: `insert into im_addresses (organization_id, key_hash, account_hash, kind, address)
      values ('o1', 'k', 'h', 'phone', '+86 138')`,
  },
  {
    number: 42,
    rows: WITH_CHAT,
    becomes: { list_entries: [{ message_setting: null }], chat_members: [{ message_setting: null }] },
    takes: `update chat_members set message_setting = 'silent' where agent_id = 'a1'`,
  },
  {
    number: 44,
    rows: WITH_CHAT,
    becomes: {},
    takes: `insert into scheduled_messages (organization_id, agent_id, id, conversation_id, text, due_at)
      values ('o1', 'a1', 's1', 'c1', '明天见', 20)`,
  },
  {
    number: 48,
    rows: WITH_CHAT,
    becomes: {},
    takes: `insert into note_mentions (organization_id, agent_id, note_id, conversation_id, by_agent_id, text, seq, at)
      values ('o1', 'a1', 'n1', 'c1', 'a1', '@林溪 看一下', 4, 9)`,
  },
  {
    number: 49,
    rows: WITH_CHAT,
    becomes: {},
    takes: `insert into saved_messages (organization_id, agent_id, message_id, file_id, content, saved_at)
      values ('o1', 'a1', 'm1', null, '{}', 9)`,
  },
  {
    number: 50,
    rows: WITH_CHAT,
    becomes: {
      roles: [{ permissions: '["client.sign-in","chat.external","ai.use"]' }, {}],
    },
    takes: `insert into language_services (organization_id, data, version) values ('o1', '{}', 1)`,
  },
]

/** In the words of both databases. */
const REFUSED = /no such|NOT NULL|does not exist|null value/u

/** A database without any table: that of other tests has them all. */
const openEmpty = async (databases: TestDatabases): Promise<Db | null> => {
  const address = await databases.fresh()
  if (!address) return null
  if ('file' in address) {
    rmSync(address.file, { force: true })
    return openSqlite(address.file)
  }
  const db = openPostgres(address.url, silentLogger)
  await run(db, ['drop schema public cascade', 'create schema public'])
  return db
}

const run = async (db: Db, statements: readonly string[]): Promise<void> =>
  db.transaction(async (tx) => {
    for (const text of statements) await tx.run({ text, values: [] })
  })

const tablesIn = (rows: readonly string[]): string[] => [
  ...new Set(rows.map((text) => /^insert into (\w+)/u.exec(text)?.[1] ?? '')),
]

type Row = Record<string, unknown>

let looks = 0

const rowsOf = async (db: Db, tables: readonly string[]): Promise<Record<string, Row[]>> => {
  const found: Record<string, Row[]> = {}
  looks += 1
  // PostgreSQL remembers what a statement answers with, so each look has one of its own.
  for (const table of tables)
    found[table] = await db.all<Row>({
      text: `select * from ${table} order by 1, 2 -- look ${looks}`,
      values: [],
    })
  return found
}

describeDatabases('a step of the schema', (databases) => {
  it.each(CASES)('$number keeps the rows there were', async ({ number, rows, becomes, takes }) => {
    const db = await openEmpty(databases)
    if (!db) return
    try {
      await migrate(
        db,
        migrations.filter((migration) => migration.number < number),
        CLOCK,
      )
      await run(db, rows)
      const tables = tablesIn(rows)
      const before = await rowsOf(db, tables)
      expect(Object.values(before).every((found) => found.length > 0)).toBe(true)
      await expect(run(db, [takes])).rejects.toThrow(REFUSED)
      await migrate(
        db,
        migrations.filter((migration) => migration.number <= number),
        CLOCK,
      )
      const expected = Object.fromEntries(
        Object.entries(before).map(([table, found]) => [
          table,
          found.map((row, index) => ({ ...row, ...becomes[table]?.[index] })),
        ]),
      )
      expect(await rowsOf(db, tables)).toEqual(expected)
      await run(db, [takes])
    } finally {
      await db.close()
    }
  })
})
