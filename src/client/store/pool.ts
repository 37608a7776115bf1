import { sql } from '../../base/sql.ts'
import type { AgentId, PoolEntry, Scope, SessionId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'

/** An older version never replaces a newer one. */
export const savePoolEntry = (db: WriteDb, entry: PoolEntry): void => {
  db.run(sql`
    insert into pool_entries (session_id, scope, waiting_since, version, data)
    values (${entry.sessionId}, ${scopeOf(entry)}, ${entry.waitingSince}, ${entry.version}, ${JSON.stringify(entry)})
    on conflict (session_id) do update set
      scope = excluded.scope, waiting_since = excluded.waiting_since, version = excluded.version, data = excluded.data
      where excluded.version >= version`)
  db.touch('pool')
}

export const removePoolEntry = (db: WriteDb, sessionId: SessionId): void => {
  db.run(sql`delete from pool_entries where session_id = ${sessionId}`)
  db.touch('pool')
}

/** Empties one part of the pool, or with `pool:*` what no other followed part covers. */
export const clearPool = (db: WriteDb, scope: Scope): void => {
  if (scope === 'pool:*') {
    db.run(sql`delete from pool_entries where scope not in (select scope from scopes)`)
  } else db.run(sql`delete from pool_entries where scope = ${scope}`)
  db.touch('pool')
}

/** `mine`: meant for this agent by name, or a customer of theirs. */
export const listPool = (
  db: ReadDb,
  agentId: AgentId,
  filter: 'all' | 'mine',
  sort: 'longest' | 'newest',
): PoolEntry[] => {
  const entries = db
    .all<{ data: string }>(sql`select data from pool_entries order by waiting_since, session_id`)
    .map(({ data }) => parseStored<PoolEntry>(data))
    .filter((entry) => filter === 'all' || isFor(entry, agentId))
  return sort === 'longest' ? entries : entries.reverse()
}

export const countPool = (db: ReadDb): { waiting: number; oldestSince: number | null } => {
  const row = db.get<{ waiting: number; oldest: number | null }>(
    sql`select count(*) as waiting, min(waiting_since) as oldest from pool_entries`,
  )
  return { waiting: row?.waiting ?? 0, oldestSince: row?.oldest ?? null }
}

const scopeOf = ({ target }: PoolEntry): Scope =>
  target.kind === 'group' ? `pool:group:${target.groupId}` : `pool:agent:${target.agentId}`

const isFor = (entry: PoolEntry, agentId: AgentId): boolean =>
  entry.ownerId === agentId || (entry.target.kind === 'agent' && entry.target.agentId === agentId)
