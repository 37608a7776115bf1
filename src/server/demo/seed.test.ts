import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest'

import { describeDatabases } from '../../../tests/support/databases.ts'
import { readLog } from '../../../tests/support/readLog.ts'
import { createIds } from '../../base/ids.ts'
import { silentLogger } from '../../base/logger.ts'
import { sql, type Sql } from '../../base/sql.ts'
import { conversationAfter } from '../../domain/messages/previewOf.ts'
import type { Conversation, Session } from '../../protocol/model/index.ts'
import { conversationsByIds } from '../db/conversations.ts'
import { listEntriesOf } from '../db/listEntries.ts'
import { inPieces } from '../db/lists.ts'
import { openDatabase } from '../db/open.ts'
import type { Db } from '../db/port.ts'
import { latestSessions } from '../db/sessions.ts'
import { DESK_AGENT, organization } from './content/company.ts'
import { createContent } from './content/content.ts'
import { isEmpty, seed } from './seed.ts'

const NOW = Date.UTC(2026, 4, 20, 6, 30)
const clock = { now: () => NOW, after: () => () => undefined }
const content = createContent(1, NOW)
/** Null where this kind of database cannot be had. */
let db: Db | null = null

const open = (test: TestContext): Db => db ?? test.skip('PostgreSQL cannot be started on this machine')

const count = async (read: Db, query: Sql): Promise<number> =>
  (await read.get<{ count: number }>(query))?.count ?? -1

const replay = async (read: Db) => {
  const conversations = new Map<string, Conversation>()
  const sessions = new Map<string, Session>()
  const entries = await readLog(read, organization.id, 0, 100_000)
  for (const entry of entries) {
    if (entry.event === 'conversation.opened') {
      conversations.set(entry.payload.conversation.id, entry.payload.conversation)
    } else if (entry.event === 'message.sent') {
      const { message } = entry.payload
      const before = conversations.get(message.conversationId)
      if (before) conversations.set(before.id, conversationAfter(before, message))
    } else if (entry.event === 'receipt.advanced') {
      const { conversationId, ...receipt } = entry.payload
      const before = conversations.get(conversationId)
      if (before) conversations.set(conversationId, { ...before, ...receipt })
    } else if ('session' in entry.payload) {
      const { session } = entry.payload
      sessions.set(session.id, session)
      const before = conversations.get(session.conversationId)
      if (before) conversations.set(before.id, { ...before, sessionId: session.id })
    }
  }
  return { entries, conversations, sessions }
}

describeDatabases('the seeded database', (databases) => {
  beforeAll(async () => {
    const address = await databases.fresh()
    if (!address) return
    db = await openDatabase(address, { clock, log: silentLogger })
    await seed({
      db,
      clock,
      ids: createIds(clock),
      content,
      passwordHashes: new Map([[DESK_AGENT, 'hash']]),
      keyHashOf: (thread) => `hash-of-${thread.opened.id}`,
    })
  })

  afterAll(async () => {
    await db?.close()
    db = null
  })

  it('is no longer empty, so that it is seeded once only', async (test) => {
    const read = open(test)
    expect(await isEmpty(read)).toBe(false)
  })

  it('has a log without gaps that ends at the counter of the organisation', async (test) => {
    const read = open(test)
    const { entries } = await replay(read)
    expect(entries.map(({ revision }) => revision)).toEqual(entries.map((_, index) => index + 1))
    expect(
      await count(
        read,
        sql`select revision as count from organizations where organization_id = ${organization.id}`,
      ),
    ).toBe(entries.length)
  })

  it('holds the conversations and sessions that a replay of its log gives', async (test) => {
    const read = open(test)
    const { conversations, sessions } = await replay(read)
    const ids = content.threads.map(({ opened }) => opened.id)
    const stored: Conversation[] = []
    const storedSessions: Session[] = []
    for (const piece of inPieces(ids)) {
      stored.push(...(await conversationsByIds(read, organization.id, piece)))
      storedSessions.push(...(await latestSessions(read, organization.id, piece)))
    }
    expect(stored).toHaveLength(ids.length)
    for (const conversation of stored) expect(conversation).toEqual(conversations.get(conversation.id))
    for (const session of storedSessions) expect(session).toEqual(sessions.get(session.id))
  })

  it('counts what it says it counts', async (test) => {
    const read = open(test)
    const gaps = await count(
      read,
      sql`
      select count(*) as count from conversations c where c.last_seq <>
        (select count(*) from messages m where m.organization_id = c.organization_id and m.conversation_id = c.id)`,
    )
    const wrongLoads = await count(
      read,
      sql`
      select count(*) as count from agent_presence p where p.load <>
        (select count(*) from sessions s where s.handler_id = p.agent_id and s.state <> 'ended')`,
    )
    const customers = await count(
      read,
      sql`
      select count(*) as count from customers where number > (select last_customer_number from organizations)`,
    )
    const brokenJournals = await count(
      read,
      sql`
      select count(*) as count from sessions s where s.version <>
        (select count(*) from session_journal j where j.session_id = s.id)`,
    )
    expect({ gaps, wrongLoads, customers, brokenJournals }).toEqual({
      gaps: 0,
      wrongLoads: 0,
      customers: 0,
      brokenJournals: 0,
    })
  })

  it('gives the desk a list and follows its threads', async (test) => {
    const read = open(test)
    const entries = await listEntriesOf(read, organization.id, DESK_AGENT)
    expect(entries.length).toBeGreaterThan(10)
    expect(await count(read, sql`select count(*) as count from follows where agent_id = ${DESK_AGENT}`)).toBe(
      entries.length,
    )
  })

  it('sets a timer for every session that is open', async (test) => {
    const read = open(test)
    const sessions = await count(read, sql`select count(*) as count from sessions where state <> 'ended'`)
    expect(await count(read, sql`select count(*) as count from timers where kind = 'session-idle'`)).toBe(
      sessions,
    )
  })
})
