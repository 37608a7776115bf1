/** What must be true of the database whenever nothing is going on; each broken promise in words. */
import { sql } from '../../src/base/sql.ts'
import type { LogEntry } from '../../src/protocol/events/index.ts'
import type { AgentId, SessionId } from '../../src/protocol/model/index.ts'
import type { Db } from '../../src/server/db/port.ts'
import type { Reference } from './reference.ts'

/** Follows the log to its end. */
export const follow = async (db: Db, reference: Reference, after: number): Promise<number> => {
  const rows = await db.all<{ revision: number; scope: string; event: string; payload: string; at: number }>(
    sql`select revision, scope, event, payload, at from log where revision > ${after} order by revision`,
  )
  // Written by the server from payloads of these types.
  for (const row of rows) reference.apply({ ...row, payload: JSON.parse(row.payload) } as LogEntry)
  return rows.at(-1)?.revision ?? after
}

interface Row {
  readonly id: SessionId
  readonly state: string
  readonly handler_id: AgentId | null
  readonly target_kind: 'group' | 'agent'
  readonly target_id: string
  readonly version: number
  readonly initiator: string
}

export const problemsAtRest = async (db: Db, reference: Reference): Promise<string[]> => [
  ...(await sessionsDiffer(db, reference)),
  ...(await loadsDiffer(db, reference)),
  ...(await journalsHaveGaps(db)),
  ...(await timersAreAstray(db)),
  ...(await waitForNothing(db)),
]

const sessionsDiffer = async (db: Db, { sessions, pool }: Reference): Promise<string[]> => {
  const rows = await db.all<Row>(
    sql`select id, state, handler_id, target_kind, target_id, version, initiator from sessions`,
  )
  const problems = rows.flatMap((row) => {
    const known = sessions.get(row.id)
    const same =
      known?.state === row.state && known.handlerId === row.handler_id && known.version === row.version
    const waits = row.state === 'pending' ? `pool:${row.target_kind}:${row.target_id}` : undefined
    return [
      ...(same ? [] : [`${row.id} is ${row.state}, the log says ${known?.state}`]),
      ...(pool.get(row.id) === waits
        ? []
        : [`${row.id} waits in ${waits}, the pool says ${pool.get(row.id)}`]),
      // Whatever happens in between: after a command nobody is left without a decision.
      ...(row.state === 'requested' ? [`${row.id} was never decided`] : []),
    ]
  })
  return rows.length === sessions.size
    ? problems
    : [...problems, `${rows.length} of ${sessions.size} sessions`]
}

const loadsDiffer = async (db: Db, reference: Reference): Promise<string[]> =>
  (await db.all<{ agent_id: AgentId; load: number }>(sql`select agent_id, load from agent_presence`)).flatMap(
    ({ agent_id, load }) =>
      load === reference.load(agent_id)
        ? []
        : [`${agent_id} has load ${load}, not ${reference.load(agent_id)}`],
  )

const journalsHaveGaps = async (db: Db): Promise<string[]> =>
  (
    await db.all<{ id: string }>(sql`
      select s.id from sessions s where s.version <>
        (select count(*) from session_journal j where j.organization_id = s.organization_id and j.session_id = s.id)`)
  ).map(({ id }) => `the journal of ${id} has a gap`)

const timersAreAstray = async (db: Db): Promise<string[]> => {
  const handled = sql`s.state in ('assigned', 'active')`
  const missing = await db.all<{ id: string }>(sql`
    select s.id from sessions s where ${handled} and not exists (select 1 from timers t
      where t.organization_id = s.organization_id and t.kind = 'session-idle' and t.subject = s.id)`)
  const left = await db.all<{ id: string; kind: string }>(sql`
    select s.id, t.kind from sessions s join timers t on t.organization_id = s.organization_id and t.subject = s.id
    where t.kind in ('session-idle', 'session-unanswered') and not (${handled})`)
  return [
    ...missing.map(({ id }) => `${id} would never end by itself`),
    ...left.map(({ id, kind }) => `${id} has a ${kind} timer and nobody who handles it`),
  ]
}

/** Nobody waits for somebody who cannot come, and nobody has a session who may not. */
const waitForNothing = async (db: Db): Promise<string[]> =>
  (
    await db.all<{ id: string }>(sql`
      select s.id from sessions s join agents a on a.organization_id = s.organization_id and a.disabled = 1
        and ((s.state = 'pending' and s.target_kind = 'agent' and s.target_id = a.id)
          or (s.state in ('assigned', 'active') and s.initiator = 'customer' and s.handler_id = a.id))`)
  ).map(({ id }) => `${id} is with somebody who is disabled`)

/**
 * Whoever could receive has nobody waiting for them (R-02-123), nor, where the company wants it so, for a group of theirs
 * (R-02-124), unless they gave that customer away themselves; and whom three in a row left without an answer waits for
 * whoever takes them (R-02-195).
 */
export const capacityLeftIdle = async (db: Db): Promise<string[]> =>
  (
    await db.all<{ agent_id: string; id: string }>(sql`
      select p.agent_id, s.id
      from agent_presence p
      join agents a on a.organization_id = p.organization_id and a.id = p.agent_id and a.disabled = 0
      join organizations o on o.organization_id = p.organization_id
      join sessions s on s.organization_id = p.organization_id and s.state = 'pending'
      where p.online = 1 and p.presence = 'online' and p.reception = 1 and p.load < coalesce(a.capacity, o.capacity)
        and ((s.target_kind = 'agent' and s.target_id = p.agent_id)
          or (o.reception like '%"autoAssignGroupPool":true%' and s.target_kind = 'group' and s.why not like '%"timeout"%'
            and exists (select 1 from group_members m
              where m.organization_id = p.organization_id and m.group_id = s.target_id and m.agent_id = p.agent_id)
            and not exists (select 1 from session_journal j
              where j.organization_id = s.organization_id and j.session_id = s.id
                and j.from_handler_id = p.agent_id and j.cause in ('transferred', 'forced', 'timeout'))))`)
  ).map(({ agent_id, id }) => `${agent_id} is free while ${id} waits for them`)
