import { sql, type Sql } from '../../base/sql.ts'
import { groupsOf, termsOf, type TermGroup } from '../../domain/search/terms.ts'
import type { ConversationId, MessageId } from '../../protocol/model/index.ts'
import type { Db, WriteDb } from './port.ts'
import type { Candidate, IndexProgress, SearchIndex } from './searchIndex.ts'

/** The index in tables of its own beside the others; several nodes may fill it, and each row is there once. */
export const openPostgresSearchIndex = async (db: Db): Promise<SearchIndex> => {
  await db.transaction(async (tx) => {
    // Of several nodes that start together one creates the tables.
    await tx.get(sql`select pg_advisory_xact_lock(7300)`)
    for (const text of TABLES) await tx.run({ text, values: [] })
  })

  const saveProgress = async (
    tx: WriteDb,
    organizationId: string,
    progress: IndexProgress,
  ): Promise<void> => {
    await tx.run(sql`
      insert into search_progress (organization_id, revision, backfill, began_at)
      values (${organizationId}, ${progress.revision}, ${progress.backfill}, ${progress.beganAt})
      on conflict (organization_id) do update set revision = excluded.revision, backfill = excluded.backfill`)
  }

  return {
    progress: async (organizationId) =>
      db.get<IndexProgress>(sql`
        select revision, backfill, began_at as "beganAt" from search_progress where organization_id = ${organizationId}`),
    add: async (organizationId, documents, progress) =>
      db.transaction(async (tx) => {
        for (const { messageId, conversationId, at, text } of documents) {
          await tx.run(sql`
            insert into search_documents (organization_id, message_id, conversation_id, at, terms)
            values (${organizationId}, ${messageId}, ${conversationId}, ${at}, array_to_tsvector(string_to_array(${termsOf(text)}, ' ')))
            on conflict do nothing`)
        }
        await saveProgress(tx, organizationId, progress)
      }),
    settle: async () => undefined,
    tidy: async () => false,
    candidates: async ({ organizationId, search, before, after, limit }) => {
      const groups = groupsOf(search)
      if (groups.length === 0) return []
      const olderThan: Sql = before === null ? sql`` : sql`and at < ${before}`
      const beyond: Sql =
        after === null ? sql`` : sql`and (at, message_id) < (${after.place}, ${after.messageId})`
      const rows = await db.all<{
        place: number
        message_id: MessageId
        conversation_id: ConversationId
      }>(sql`
        select at as place, message_id, conversation_id from search_documents
        where organization_id = ${organizationId} and terms @@ cast(${tsqueryOf(groups)} as tsquery)
          ${olderThan} ${beyond}
        order by at desc, message_id desc limit ${limit}`)
      return rows.map((row): Candidate => ({
        place: row.place,
        messageId: row.message_id,
        conversationId: row.conversation_id,
      }))
    },
    close: async () => undefined,
  }
}

const tsqueryOf = (groups: readonly TermGroup[]): string =>
  groups
    .map((group) => group.map(({ term, prefix }) => `${quoted(term)}${prefix ? ':*' : ''}`).join(' | '))
    .map((any) => `(${any})`)
    .join(' & ')

const quoted = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

const TABLES = [
  `create table if not exists search_progress (
     organization_id text not null primary key, revision bigint not null, backfill text,
     began_at bigint not null)`,
  `create table if not exists search_documents (
     organization_id text not null, message_id text not null,
     conversation_id text not null, at bigint not null, terms tsvector not null,
     primary key (organization_id, message_id))`,
  'create index if not exists search_documents_terms on search_documents using gin (terms)',
  'create index if not exists search_documents_age on search_documents (organization_id, at, message_id)',
]
