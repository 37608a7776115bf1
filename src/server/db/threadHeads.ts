import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  Channel,
  ConversationId,
  OrganizationId,
  SessionId,
  SessionState,
} from '../../protocol/model/index.ts'
import type { ReadDb } from './port.ts'

/** What the next message of a thread depends on. */
export interface ThreadHead {
  readonly id: ConversationId
  readonly lastSeq: number
  readonly lastAgentSeq: number
  /** An agent had the last word; lines that report something are nobody's. */
  readonly answered: boolean
  /** Nothing the customer writes is taken. */
  readonly blocked: boolean
  readonly channel: Channel
  /** Null: the organisation speaks. */
  readonly faceAgentId: AgentId | null
  readonly friendSince: number | null
  readonly lastCustomerAt: number | null
  readonly replies: number
  /** Some agent has put it off. */
  readonly reminded: boolean
  /** The open session does not count for its handler's load. */
  readonly resting: boolean
  /** The session that is not ended. */
  readonly open: {
    readonly id: SessionId
    readonly state: SessionState
    readonly handlerId: AgentId | null
  } | null
}

/**
 * One statement for every delivery; who changes more than the thread reads the whole rows.
 *
 * Two looks into the session instead of a join: in SQLite the join takes four times as long.
 */
export const threadHeadOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: ConversationId,
): Promise<ThreadHead | undefined> => {
  const row = await db.get<{
    last_seq: number
    last_agent_seq: number
    last_agent_at: number | null
    last_customer_at: number | null
    blocked: number
    channel: Channel
    face_agent_id: AgentId | null
    friend_since: number | null
    replies: number
    reminders: number
    resting: number
    session_id: SessionId | null
    state: SessionState
    handler_id: AgentId | null
  }>(sql`
    select c.last_seq, c.last_agent_seq, c.last_agent_at, c.last_customer_at, c.blocked, c.session_id,
      c.channel, c.face_agent_id, c.friend_since, c.replies, c.reminders, c.resting,
      (select s.state from sessions s
        where s.organization_id = c.organization_id and s.id = c.session_id) as state,
      (select s.handler_id from sessions s
        where s.organization_id = c.organization_id and s.id = c.session_id) as handler_id
    from conversations c
    where c.organization_id = ${organizationId} and c.id = ${id} and c.customer_id is not null`)
  if (!row) return undefined
  return {
    id,
    lastSeq: row.last_seq,
    lastAgentSeq: row.last_agent_seq,
    answered: row.last_agent_at !== null && row.last_agent_at >= (row.last_customer_at ?? 0),
    blocked: row.blocked === 1,
    channel: row.channel,
    faceAgentId: row.face_agent_id,
    friendSince: row.friend_since,
    lastCustomerAt: row.last_customer_at,
    replies: row.replies,
    reminded: row.reminders > 0,
    resting: row.resting === 1,
    open:
      row.session_id === null || row.state === 'ended'
        ? null
        : { id: row.session_id, state: row.state, handlerId: row.handler_id },
  }
}
