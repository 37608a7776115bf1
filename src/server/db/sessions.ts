import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  Channel,
  ConversationId,
  CustomerId,
  OrganizationId,
  Session,
  SessionId,
  SessionTarget,
} from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'
import {
  rowToSession,
  SESSION_COLUMNS,
  targetIdOf,
  type SessionRow,
  type StoredSession,
} from './sessionRows.ts'

export type { StoredSession } from './sessionRows.ts'

export const insertSession = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { session, firstSeq }: StoredSession,
): Promise<void> => {
  await db.run(sql`
    insert into sessions (organization_id, id, conversation_id, customer_id, channel, state, initiator, target_kind,
      target_id, handler_id, priority, why, first_seq, requested_at, pending_since, assigned_at, first_reply_at, ended_at,
      end_reason, topic_id, source, left_message, face, former_id, version)
    values (${organizationId}, ${session.id}, ${session.conversationId}, ${session.customerId}, ${session.channel},
      ${session.state}, ${session.initiator}, ${session.target.kind}, ${targetIdOf(session.target)},
      ${session.handlerId}, ${session.priority}, ${JSON.stringify(session.why)}, ${firstSeq}, ${session.requestedAt},
      ${session.pendingSince}, ${session.assignedAt}, ${session.firstReplyAt}, ${session.endedAt},
      ${session.endReason}, ${session.topicId}, ${session.source ? JSON.stringify(session.source) : null},
      ${session.leftMessage ? JSON.stringify(session.leftMessage) : null},
      ${session.face ? JSON.stringify(session.face) : null}, ${session.formerId ?? null}, ${session.version})`)
}

/** Saves a session that was changed by the state machine; its version must be the next one. */
export const saveSession = async (
  db: WriteDb,
  organizationId: OrganizationId,
  session: Session,
): Promise<void> => {
  const changed = await db.run(sql`
    update sessions set state = ${session.state}, target_kind = ${session.target.kind},
      target_id = ${targetIdOf(session.target)}, handler_id = ${session.handlerId}, priority = ${session.priority},
      why = ${JSON.stringify(session.why)}, pending_since = ${session.pendingSince},
      waited_ms = coalesce(cast(${receivedAt(session)} as bigint) - pending_since, waited_ms),
      assigned_at = ${session.assignedAt}, first_reply_at = ${session.firstReplyAt}, ended_at = ${session.endedAt},
      end_reason = ${session.endReason}, topic_id = ${session.topicId},
      bot = ${session.bot ? JSON.stringify(session.bot) : null},
      offer = ${session.offer ? JSON.stringify(session.offer) : null}, resting = ${session.resting ? 1 : 0},
      valid = ${session.measure ? Number(session.measure.valid) : null}, length_ms = ${session.measure?.lengthMs ?? null},
      version = ${session.version}
    where organization_id = ${organizationId} and id = ${session.id} and version = ${session.version - 1}`)
  if (changed !== 1) throw new Error('the session was changed by somebody else inside one turn')
}

export const findSession = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: SessionId,
): Promise<StoredSession | undefined> => {
  const row = await db.get<SessionRow>(
    sql`select ${SESSION_COLUMNS} from sessions where organization_id = ${organizationId} and id = ${id}`,
  )
  return row && rowToSession(row)
}

/** In no particular order. */
export const sessionsByIds = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ids: readonly SessionId[],
): Promise<StoredSession[]> =>
  (
    await db.all<SessionRow>(sql`
      select ${SESSION_COLUMNS} from sessions where organization_id = ${organizationId} and id in (${anyOf(ids)})`)
  ).map(rowToSession)

export const openSessionOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
): Promise<StoredSession | undefined> => {
  const row = await db.get<SessionRow>(sql`
    select ${SESSION_COLUMNS} from sessions
    where organization_id = ${organizationId} and conversation_id = ${conversationId} and state <> 'ended'`)
  return row && rowToSession(row)
}

/** The open session of a thread is on its channel. */
export const setSessionsChannel = async (
  db: WriteDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  channel: Channel,
): Promise<void> => {
  await db.run(sql`
    update sessions set channel = ${channel}
    where organization_id = ${organizationId} and conversation_id = ${conversationId} and state <> 'ended'`)
}

/** The sessions of a thread are those of its customer. */
export const giveSessions = async (
  db: WriteDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  customerId: CustomerId,
): Promise<void> => {
  await db.run(sql`
    update sessions set customer_id = ${customerId}
    where organization_id = ${organizationId} and conversation_id = ${conversationId}`)
}

/** The latest session of each of some conversations. No join: in SQLite it takes four times as long. */
export const latestSessions = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationIds: readonly ConversationId[],
): Promise<Session[]> =>
  conversationIds.length === 0
    ? []
    : (
        await db.all<SessionRow>(sql`
          select ${SESSION_COLUMNS} from sessions
          where organization_id = ${organizationId} and id in (
            select session_id from conversations
            where organization_id = ${organizationId} and id in (${anyOf(conversationIds)}))`)
      ).map((row) => rowToSession(row).session)

/** When the waiting ended with somebody who receives the customer; null: it goes on, or ended without. */
const receivedAt = ({ state, pendingSince, assignedAt }: Session): number | null =>
  pendingSince === null && (state === 'assigned' || state === 'active') ? assignedAt : null

/** How many sessions that are not ended are meant for the target. */
export const countOpen = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and state <> 'ended'`)
  )?.count ?? 0

/** Every session an agent has, in the order of their beginning. */
export const handledSessions = async (db: ReadDb, organizationId: OrganizationId): Promise<StoredSession[]> =>
  (
    await db.all<SessionRow>(sql`
      select ${SESSION_COLUMNS} from sessions
      where organization_id = ${organizationId} and state in ('assigned', 'active') and handler_id is not null
      order by requested_at, id`)
  ).map(rowToSession)

/** What an agent is handling: routed sessions that are assigned or active (R-02-009). */
export const openSessionsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  handlerId: AgentId,
): Promise<StoredSession[]> =>
  (
    await db.all<SessionRow>(sql`
      select ${SESSION_COLUMNS} from sessions
      where organization_id = ${organizationId} and handler_id = ${handlerId} and state <> 'ended'
      order by requested_at, id`)
  ).map(rowToSession)
