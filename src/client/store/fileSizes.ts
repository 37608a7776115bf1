import { sql, type Sql } from '../../base/sql.ts'
import type { FileSize } from '../api.ts'
import type { ReadDb } from './database.ts'
import type { Store } from './store.ts'

/** How much the local files hold, for whoever looks for a fault; a file that is not open holds nothing. */
export const readFileSizes = (store: Pick<Store, 'own' | 'cache'>): FileSize[] => [
  sizeOf('own', store.own, OWN_ROWS),
  sizeOf('cache', store.cache, CACHE_ROWS),
]

/** What a file really holds, without the room that is free in it. */
export const readCacheBytes = (db: ReadDb): number =>
  db.get<{ bytes: number }>(sql`
    select (page_count - freelist_count) * page_size as bytes
    from pragma_page_count, pragma_freelist_count, pragma_page_size`)?.bytes ?? 0

const sizeOf = (name: FileSize['name'], db: ReadDb, rows: Sql): FileSize => {
  const pages = db.get<{ bytes: number }>(
    sql`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`,
  )
  const version = db.get<{ user_version: number }>(sql`select user_version from pragma_user_version`)
  return {
    name,
    bytes: pages?.bytes ?? 0,
    schema: version?.user_version ?? 0,
    rows: Object.fromEntries(db.all<{ kind: string; n: number }>(rows).map(({ kind, n }) => [kind, n])),
  }
}

const OWN_ROWS = sql`
  select 'accounts' as kind, count(*) as n from accounts
  union all select 'drafts', count(*) from drafts
  union all select 'outbox', count(*) from outbox`

const CACHE_ROWS = sql`
  select 'conversations' as kind, count(*) as n from conversations
  union all select 'customers', count(*) from customers
  union all select 'messages', count(*) from messages
  union all select 'sessions', count(*) from sessions`
