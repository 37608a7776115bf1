import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  OrganizationId,
  SessionTarget,
} from '../../protocol/model/index.ts'
import type { ReadDb } from './port.ts'
import { targetIdOf } from './sessionRows.ts'

/** Who had the conversation's last session for the target, if it ended after `since`. */
export const lastHandlerFor = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  target: SessionTarget,
  since: number,
): Promise<AgentId | null> =>
  (
    await db.get<{ handler_id: AgentId | null }>(sql`
      select handler_id from sessions
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and state = 'ended'
        and target_kind = ${target.kind} and target_id = ${targetIdOf(target)} and ended_at > ${since}
      order by requested_at desc limit 1`)
  )?.handler_id ?? null

/**
 * When the customer asked for the sessions that no agent has answered, the newest first; at most `limit` since a moment.
 */
export const unansweredRequests = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  since: number,
  limit: number,
): Promise<number[]> =>
  (
    await db.all<{ requested_at: number }>(sql`
      select requested_at from sessions
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and requested_at > ${since}
        and initiator = 'customer' and first_reply_at is null
      order by requested_at desc limit ${limit}`)
  ).map(({ requested_at }) => requested_at)

/** How many of the customer's sessions are over. */
export const countSessionsBefore = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from sessions s join conversations c
        on c.organization_id = s.organization_id and c.id = s.conversation_id
      where c.organization_id = ${organizationId} and c.customer_id = ${customerId} and s.state = 'ended'`)
  )?.count ?? 0
