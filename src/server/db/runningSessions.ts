import { sql } from '../../base/sql.ts'
import type { AgentId, OrganizationId, Session } from '../../protocol/model/index.ts'
import { anyOf, inPieces } from './lists.ts'
import type { ReadDb } from './port.ts'
import { rowToSession, SESSION_COLUMNS, type SessionRow } from './sessionRows.ts'

interface Running {
  readonly session: Session
  /** Of the customer's word that is the last one; null: somebody has answered it. */
  readonly unansweredSince: number | null
}

/** What some agents are serving now: whose customer waits longest first, then what runs longest. */
export const runningSessionsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  handlerIds: readonly AgentId[],
  limit: number,
): Promise<{ readonly rows: readonly Running[]; readonly total: number }> => {
  const found: Running[] = []
  let total = 0
  for (const ids of inPieces(handlerIds)) {
    const rows = await db.all<SessionRow & { unanswered_since: number | null; total: number }>(sql`
      select ${SESSION_COLUMNS}, count(*) over () as total,
        (select c.last_customer_at from conversations c
          where c.organization_id = sessions.organization_id and c.id = sessions.conversation_id
            and c.last_customer_at > coalesce(c.last_agent_at, 0)) as unanswered_since
      from sessions
      where organization_id = ${organizationId} and handler_id in (${anyOf(ids)}) and state <> 'ended'
        and state in ('assigned', 'active')
      order by unanswered_since nulls last, assigned_at, id limit ${limit}`)
    total += rows[0]?.total ?? 0
    for (const row of rows) {
      found.push({ session: rowToSession(row).session, unansweredSince: row.unanswered_since })
    }
  }
  return { rows: found.toSorted(inOrder).slice(0, limit), total }
}

const inOrder = (a: Running, b: Running): number =>
  (a.unansweredSince ?? Infinity) - (b.unansweredSince ?? Infinity) ||
  (a.session.assignedAt ?? 0) - (b.session.assignedAt ?? 0)
