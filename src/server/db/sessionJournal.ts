import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  OrganizationId,
  SessionId,
  SessionState,
  TopicId,
  Why,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** Who did it. */
export interface Actor {
  readonly kind: 'agent' | 'customer' | 'system'
  readonly id: string | null
}

/** One change of a session: when, by whom, why, from where to where (R-02-004). */
export interface JournalEntry {
  readonly sessionId: SessionId
  readonly version: number
  readonly at: number
  readonly actor: Actor
  readonly cause: string
  readonly from: SessionState | null
  readonly to: SessionState
  readonly fromHandlerId: AgentId | null
  readonly toHandlerId: AgentId | null
  /** The one it has from then on. */
  readonly topicId: TopicId | null
  readonly why: Why
  /** What its author wrote to those who go on with it. */
  readonly note?: string
}

export const insertJournalEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  entry: JournalEntry,
): Promise<void> => {
  await db.run(sql`
    insert into session_journal (organization_id, session_id, version, at, actor_kind, actor_id, cause, from_state, to_state,
      from_handler_id, to_handler_id, topic_id, why, note)
    values (${organizationId}, ${entry.sessionId}, ${entry.version}, ${entry.at}, ${entry.actor.kind}, ${entry.actor.id},
      ${entry.cause}, ${entry.from}, ${entry.to}, ${entry.fromHandlerId}, ${entry.toHandlerId},
      ${entry.topicId}, ${JSON.stringify(entry.why)}, ${entry.note ?? ''})`)
}

/** Those from whom the session was taken because they left the customer without an answer. */
export const missedBy = async (
  db: ReadDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
): Promise<AgentId[]> =>
  (
    await db.all<{ from_handler_id: AgentId }>(sql`
      select from_handler_id from session_journal
      where organization_id = ${organizationId} and session_id = ${sessionId} and cause = 'timeout'
        and from_handler_id is not null
      order by version`)
  ).map(({ from_handler_id }) => from_handler_id)

export const journalOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
): Promise<JournalEntry[]> =>
  (
    await db.all<{
      version: number
      at: number
      actor_kind: Actor['kind']
      actor_id: string | null
      cause: string
      from_state: SessionState | null
      to_state: SessionState
      from_handler_id: AgentId | null
      to_handler_id: AgentId | null
      topic_id: TopicId | null
      why: string
      note: string
    }>(sql`
      select version, at, actor_kind, actor_id, cause, from_state, to_state, from_handler_id, to_handler_id, topic_id, why,
        note
      from session_journal where organization_id = ${organizationId} and session_id = ${sessionId} order by version`)
  ).map((row) => ({
    sessionId,
    version: row.version,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    cause: row.cause,
    from: row.from_state,
    to: row.to_state,
    fromHandlerId: row.from_handler_id,
    toHandlerId: row.to_handler_id,
    topicId: row.topic_id,
    why: JSON.parse(row.why) as Why,
    ...(row.note && { note: row.note }),
  }))
