/** The sessions of one customer, as their timeline tells of them. */
import { sql, type Sql } from '../../base/sql.ts'
import type {
  AgentId,
  ConversationId,
  OrganizationId,
  ReceptionStep,
  SessionId,
  SessionState,
  VisitSource,
} from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb } from './port.ts'
import type { Actor } from './sessionJournal.ts'
import { rowToSession, SESSION_COLUMNS, type SessionRow, type StoredSession } from './sessionRows.ts'

/** Those of some conversations that were asked for before a moment, the newest first. */
export const sessionsOfConversations = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationIds: readonly ConversationId[],
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<StoredSession[]> =>
  (
    await db.all<SessionRow>(sql`
      select ${SESSION_COLUMNS} from sessions
      where organization_id = ${organizationId} and conversation_id in (${anyOf(conversationIds)})
        and requested_at < ${before}
      order by requested_at desc, id desc limit ${limit}`)
  ).map(rowToSession)

export const countSessionsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationIds: readonly ConversationId[],
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from sessions
      where organization_id = ${organizationId} and conversation_id in (${anyOf(conversationIds)})`)
  )?.count ?? 0

/** How the customer came to the first, or to the latest, session of which it is known. */
export const sourceOfSessions = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationIds: readonly ConversationId[],
  which: 'first' | 'latest',
): Promise<VisitSource | null> => {
  const row = await db.get<{ source: string }>(sql`
    select source from sessions
    where organization_id = ${organizationId} and conversation_id in (${anyOf(conversationIds)})
      and source is not null
    order by ${which === 'first' ? FIRST : LATEST} limit 1`)
  return row ? (JSON.parse(row.source) as VisitSource) : null
}

/** The steps of some sessions in order, from their journals; a topic or an offer that brings it nowhere else is no step. */
export const stepsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  sessionIds: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, ReceptionStep[]>> => {
  const rows =
    sessionIds.length === 0
      ? []
      : await db.all<JournalRow>(sql`
          select session_id, at, actor_kind, actor_id, cause, to_state, from_handler_id, to_handler_id
          from session_journal
          where organization_id = ${organizationId} and session_id in (${anyOf(sessionIds)})
            and (from_state is distinct from to_state or from_handler_id is distinct from to_handler_id)
          order by session_id, version`)
  return new Map(
    [...Map.groupBy(rows, (row) => row.session_id)].map(([id, own]) => [id, own.map(rowToStep)] as const),
  )
}

const FIRST: Sql = { text: 'requested_at', values: [] }
const LATEST: Sql = { text: 'requested_at desc', values: [] }

interface JournalRow {
  readonly session_id: SessionId
  readonly at: number
  readonly actor_kind: Actor['kind']
  readonly actor_id: string | null
  readonly cause: string
  readonly to_state: SessionState
  readonly from_handler_id: AgentId | null
  readonly to_handler_id: AgentId | null
}

const rowToStep = (row: JournalRow): ReceptionStep => ({
  at: row.at,
  to: row.to_state,
  cause: row.cause,
  by: {
    kind: row.actor_kind,
    agentId: row.actor_kind === 'agent' ? (row.actor_id as AgentId | null) : null,
  },
  handlerId: row.to_handler_id,
  fromId: row.from_handler_id === row.to_handler_id ? null : row.from_handler_id,
})
