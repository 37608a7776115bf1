import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  ConversationId,
  GroupId,
  OrganizationId,
  SessionTarget,
} from '../../protocol/model/index.ts'
import type { ReadDb } from './port.ts'
import {
  rowToSession,
  SESSION_COLUMNS,
  targetIdOf,
  type SessionRow,
  type StoredSession,
} from './sessionRows.ts'

/** Left messages last, highest priority first, then the longest waiting (R-02-123). */
const IN_TURN = sql`case when left_message is null then 0 else 1 end, priority desc, pending_since, id`

/** The sessions that wait for one target, in their turn. */
export const pendingOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
  limit: number,
): Promise<StoredSession[]> =>
  (
    await db.all<SessionRow>(sql`
      select ${SESSION_COLUMNS} from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and state = 'pending'
      order by ${IN_TURN} limit ${limit}`)
  ).map(rowToSession)

/**
 * What of that one agent may be given without being asked (R-02-123, R-02-124): not whom they blocked (R-02-300), and of
 * a group's sessions not those they gave away or missed before (R-02-195, R-02-209).
 */
export const pendingForAgent = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
  agentId: AgentId,
  limit: number,
): Promise<StoredSession[]> => {
  const missed = sql`not exists (
    select 1 from session_journal j where j.organization_id = sessions.organization_id and j.session_id = sessions.id
      and j.from_handler_id = ${agentId} and j.cause in ('transferred', 'forced', 'timeout'))`
  return (
    await db.all<SessionRow>(sql`
      select ${SESSION_COLUMNS} from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and state = 'pending' and ${target.kind === 'group' ? missed : sql`true`}
        and not exists (select 1 from block_entries b where b.organization_id = sessions.organization_id
          and b.agent_id = ${agentId} and b.customer_id = sessions.customer_id)
      order by ${IN_TURN} limit ${limit}`)
  ).map(rowToSession)
}

/** Whether anybody waits for the target: nearly always nobody does, and this takes a tenth of what the list takes. */
export const hasPending = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
): Promise<boolean> =>
  (await db.get(sql`
    select 1 as found from sessions
    where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
      and state = 'pending' limit 1`)) !== undefined

/** Whose turn it is for the target, in order; read from an index alone. Who left a message does not stand in a queue. */
export const queueFor = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
  limit: number,
): Promise<ConversationId[]> =>
  (
    await db.all<{ conversation_id: ConversationId }>(sql`
      select conversation_id from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and state = 'pending' and left_message is null
      order by priority desc, pending_since, id limit ${limit}`)
  ).map(({ conversation_id }) => conversation_id)

/** How long those had waited whom the target has received since then, the newest of them, in no particular order. */
export const waitsFor = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
  since: number,
  limit: number,
): Promise<number[]> =>
  (
    await db.all<{ waited: number }>(sql`
      select waited_ms as waited from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and waited_ms is not null and assigned_at > ${since}
      order by assigned_at desc limit ${limit}`)
  ).map(({ waited }) => waited)

/** How many customers wait for the target; left messages are counted apart (R-02-111). */
export const countPending = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and state = 'pending' and left_message is null`)
  )?.count ?? 0

/** How many customers wait for each group; a group for which nobody waits is not there. */
export const pendingByGroup = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<ReadonlyMap<GroupId, number>> =>
  new Map(
    (
      await db.all<{ target_id: GroupId; count: number }>(sql`
        select target_id, count(*) as count from sessions
        where organization_id = ${organizationId} and target_kind = 'group' and state = 'pending'
          and left_message is null
        group by target_id`)
    ).map(({ target_id, count }) => [target_id, Number(count)]),
  )
