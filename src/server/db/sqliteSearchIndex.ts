import { rmSync } from 'node:fs'

import Database from 'better-sqlite3'

import { plannedOnce } from '../../base/plannedOnce.ts'
import { FTS_OPTIONS, groupsOf, matchOf, termsOf } from '../../domain/search/terms.ts'
import type { ConversationId, MessageId, OrganizationId } from '../../protocol/model/index.ts'
import type { Candidate, IndexProgress, SearchIndex } from './searchIndex.ts'

/** Places of one millisecond; with today's clock a place still fits into a number exactly. */
const PLACES_A_MS = 2048
/** Pages that are merged in one go: a whole merge at once would hold up the deliveries for a tenth of a second. */
const MERGE_PAGES = 64
/** So many goes keep up with what one transaction brings. */
const MERGES_A_TRANSACTION = 4

/** The index in a file of its own. A damaged one is replaced by an empty one. */
export const openSqliteSearchIndex = (file: string): SearchIndex => {
  let database: Database.Database
  try {
    database = connect(file)
  } catch (error) {
    if (!isDamaged(error)) throw error
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    database = connect(file)
  }

  const findOrganization = database.prepare<[string], IndexedRow>(
    'select key, revision, backfill, began_at from indexed where organization_id = ?',
  )
  const saveOrganization = database.prepare(
    `insert into indexed (organization_id, revision, backfill, began_at) values (?, ?, ?, ?)
     on conflict (organization_id) do update set revision = excluded.revision, backfill = excluded.backfill`,
  )
  const lastPlace = database.prepare<[number, number], { place: number | null }>(
    plannedOnce('select max(place) as place from documents where place >= ? and place < ?'),
  )
  const addDocument = database.prepare(
    'insert into documents (place, organization_key, message_id, conversation_id) values (?, ?, ?, ?)',
  )
  const addTerms = database.prepare('insert into message_terms (rowid, terms) values (?, ?)')
  const merge = database.prepare("insert into message_terms (message_terms, rank) values ('merge', ?)")
  const find = database.prepare<
    [string, number, number, number],
    { place: number; messageId: string; conversationId: string }
  >(
    `select d.place, d.message_id as "messageId", d.conversation_id as "conversationId"
     from message_terms t join documents d on d.place = t.rowid
     where message_terms match ? and t.rowid < ? and d.organization_key = ? order by t.rowid desc limit ?`,
  )

  const placeFor = (at: number): number => {
    const first = at * PLACES_A_MS
    const last = lastPlace.get(first, first + PLACES_A_MS)?.place
    return last === null || last === undefined ? first : last + 1
  }

  /** The organisation's number in this file; the first time it gets one. */
  const keyOf = (organizationId: OrganizationId, { revision, backfill, beganAt }: IndexProgress): number => {
    const known = findOrganization.get(organizationId)?.key
    if (known !== undefined) return known
    saveOrganization.run(organizationId, revision, backfill, beganAt)
    return findOrganization.get(organizationId)?.key ?? 0
  }

  const begin = database.prepare('begin')
  const commit = database.prepare('commit')
  const rollback = database.prepare('rollback')
  let merges = 0

  return {
    progress: async (organizationId) => {
      const found = findOrganization.get(organizationId)
      if (!found) return undefined
      const { revision, backfill, began_at: beganAt } = found
      return { revision, backfill: backfill as ConversationId | '' | null, beganAt }
    },
    // One transaction for many bites, with rests between: each commit writes a segment of the index, whatever its size,
    // and who searches reads on the same connection and sees what is not committed.
    add: async (organizationId, documents, progress) => {
      if (!database.inTransaction) begin.run()
      try {
        const key = keyOf(organizationId, progress)
        // In order of place: out of order FTS5 writes each row by itself.
        for (const document of documents.toSorted((a, b) => a.at - b.at)) {
          const place = placeFor(document.at)
          addDocument.run(place, key, document.messageId, document.conversationId)
          addTerms.run(place, termsOf(document.text))
        }
        saveOrganization.run(organizationId, progress.revision, progress.backfill, progress.beganAt)
      } catch (error) {
        // Half a bite must not stay; what went before it is indexed again.
        if (database.inTransaction) rollback.run()
        throw error
      }
    },
    settle: async () => {
      if (!database.inTransaction) return
      commit.run()
      merges = MERGES_A_TRANSACTION
    },
    tidy: async () => {
      if (merges === 0 || database.inTransaction) return false
      merges -= 1
      merge.run(MERGE_PAGES)
      return merges > 0
    },
    candidates: async ({ organizationId, search, before, after, limit }) => {
      const key = findOrganization.get(organizationId)?.key
      const groups = groupsOf(search)
      if (key === undefined || groups.length === 0) return []
      const end = before === null ? Number.MAX_SAFE_INTEGER : before * PLACES_A_MS
      return find
        .all(matchOf(groups), Math.min(after?.place ?? end, end), key, limit)
        .map((row): Candidate => ({
          place: row.place,
          messageId: row.messageId as MessageId,
          conversationId: row.conversationId as ConversationId,
        }))
    },
    close: async () => {
      if (database.inTransaction) commit.run()
      database.close()
    },
  }
}

interface IndexedRow {
  readonly key: number
  readonly revision: number
  readonly backfill: string | null
  readonly began_at: number
}

const isDamaged = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/u.test(error.code)

const connect = (file: string): Database.Database => {
  const database = new Database(file)
  try {
    database.pragma('journal_mode = wal')
    // Checkpoints are writes of their own; fewer of them write a page that changes again and again only once.
    database.pragma('wal_autocheckpoint = 4000')
    // Lost with the power, it is built again from where it was.
    database.pragma('synchronous = normal')
    database.pragma('trusted_schema = off')
    database.pragma('cache_size = -16384')
    database.exec(`
      create table if not exists indexed (
        key integer primary key, organization_id text not null unique, revision integer not null, backfill text,
        began_at integer not null) strict;
      create table if not exists documents (
        place integer primary key, organization_key integer not null, message_id text not null,
        conversation_id text not null) strict;
      create virtual table if not exists message_terms using fts5 (
        terms, ${FTS_OPTIONS});
      insert into message_terms (message_terms, rank) values ('automerge', 0);
      insert into message_terms (message_terms, rank) values ('usermerge', 8);
      insert into message_terms (message_terms, rank) values ('crisismerge', 512);`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
