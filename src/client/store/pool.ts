import { sql, type Sql } from '../../base/sql.ts'
import type { AgentId, PoolEntry, Scope, SessionId } from '../../protocol/model/index.ts'
import type { PoolFilter } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { shownRemarks } from './privateRemarks.ts'
import { parseStored } from './stored.ts'

/** An older version never replaces a newer one. */
export const savePoolEntry = (db: WriteDb, entry: PoolEntry): void => {
  db.run(sql`
    insert into pool_entries (session_id, scope, waiting_since, source, owner_id, version, data)
    values (${entry.sessionId}, ${scopeOf(entry)}, ${entry.waitingSince}, ${entry.source}, ${entry.ownerId},
      ${entry.version}, ${JSON.stringify(entry)})
    on conflict (session_id) do update set
      scope = excluded.scope, waiting_since = excluded.waiting_since, source = excluded.source,
      owner_id = excluded.owner_id, version = excluded.version, data = excluded.data
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

/** Which of those who wait. `mine`: meant for this agent by name, or a customer of theirs. */
export interface PoolPart {
  readonly agentId: AgentId
  readonly filter: 'all' | 'mine'
  readonly narrowed: PoolFilter
}

/** The first `limit` of them. */
export const listPool = (
  db: ReadDb,
  part: PoolPart,
  sort: 'longest' | 'newest',
  limit: number,
): PoolEntry[] => {
  const order = sort === 'longest' ? sql`waiting_since, session_id` : sql`waiting_since desc, session_id desc`
  return db
    .all<{ data: string; remark: string | null }>(sql`
      select data, (select remark from ${shownRemarks} where customer_id = data ->> '$.customerId') as remark
      from pool_entries where session_id in (
        select session_id from pool_entries where ${conditionOf(part)} order by ${order} limit ${limit}
      ) order by ${order}`)
    .map(({ data, remark }) => {
      const entry = parseStored<PoolEntry>(data)
      return remark === null ? entry : { ...entry, customerName: remark }
    })
}

export const countPart = (db: ReadDb, part: PoolPart): number =>
  db.get<{ count: number }>(sql`select count(*) as count from pool_entries where ${conditionOf(part)}`)
    ?.count ?? 0

export const poolSources = (db: ReadDb): string[] =>
  db
    .all<{ source: string }>(sql`select distinct source from pool_entries order by source`)
    .map(({ source }) => source)

/** The oldest and the newest are looked up apart from counting: each is one end of the order. */
export const countPool = (
  db: ReadDb,
): { waiting: number; oldestSince: number | null; newestSince: number | null } => {
  const row = db.get<{ waiting: number; oldest: number | null; newest: number | null }>(sql`
    select (select count(*) from pool_entries) as waiting,
      (select min(waiting_since) from pool_entries) as oldest,
      (select max(waiting_since) from pool_entries) as newest`)
  return { waiting: row?.waiting ?? 0, oldestSince: row?.oldest ?? null, newestSince: row?.newest ?? null }
}

/** Only what is asked for: counting everybody must not look at each. */
const conditionOf = ({ agentId, filter, narrowed: { source, groupId, ownerId } }: PoolPart): Sql => {
  const conditions = [
    ...(filter === 'mine' ? [sql`(owner_id = ${agentId} or scope = ${`pool:agent:${agentId}`})`] : []),
    ...(source === null ? [] : [sql`source = ${source}`]),
    ...(groupId === null ? [] : [sql`scope = ${`pool:group:${groupId}`}`]),
    ...(ownerId === null ? [] : [ownerId === 'nobody' ? sql`owner_id is null` : sql`owner_id = ${ownerId}`]),
  ]
  return conditions.reduce((all, one) => sql`${all} and ${one}`, sql`true`)
}

const scopeOf = ({ target }: PoolEntry): Scope =>
  target.kind === 'group' ? `pool:group:${target.groupId}` : `pool:agent:${target.agentId}`
