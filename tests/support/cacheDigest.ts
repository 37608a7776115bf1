/**
 * Everything a cache holds, in a form that two caches can be compared by.
 *
 * Two copies of the same truth may differ in what only says how they came to be: numbers of rows, positions in the log,
 * what was indexed in which order. They may also differ in how far back they reach: a snapshot brings the newest
 * messages of a thread and its latest session, a cache that was there before keeps the older ones as well.
 */
import type { SqliteDriver } from '../../src/client/ports/index.ts'

export type CacheDigest = Readonly<Record<string, readonly string[]>>

/** So many messages come with a thread of a snapshot. */
const THREAD_MESSAGES = 30

const NEWEST = `
  m.seq > (select last_seq from conversations c where c.id = m.conversation_id) - ${THREAD_MESSAGES}`

/** Tables that are compared otherwise than row by row; null: not at all. */
const OTHERWISE: Readonly<Record<string, string | null>> = {
  position: 'select epoch, me from position',
  scopes: 'select scope from scopes',
  sessions: 'select * from sessions where id in (select session_id from conversations)',
  messages: `select conversation_id, seq, id, session_id, sender_kind, sender_id, body, at from messages m where ${NEWEST}`,
  conversations: `select *, case when last_seq > ${THREAD_MESSAGES} then null else waiting_since end as waiting_since
    from conversations`,
  customer_texts: 'select customer_id, name, text from customer_texts',
  // The words of the index follow from the texts; that every message is in it is looked at instead.
  search_documents: `select m.conversation_id, m.seq from messages m
    where ${NEWEST} and m.key not in (select message from search_documents)`,
  // Fetched by whatever window showed them.
  theme_pictures: null,
  // What was deleted on one device is deleted on no other.
  forgotten_threads: null,
  search_words: null,
  customer_words: null,
  search_position: null,
}

export const cacheDigest = (driver: SqliteDriver): CacheDigest => {
  const digest: Record<string, string[]> = {}
  for (const { name } of driver.all<{ name: string }>(`
    select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%'`)) {
    const query = OTHERWISE[name] === undefined ? `select * from ${name}` : OTHERWISE[name]
    if (query === null) continue
    digest[name] = driver
      .all(query)
      .map((row) => JSON.stringify(row))
      .sort()
  }
  return digest
}
