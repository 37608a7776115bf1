import { sql, type Sql } from '../../base/sql.ts'
import type {
  AgentId,
  Channel,
  Conversation,
  ConversationId,
  CustomerId,
  IdentityId,
  OrganizationId,
  SessionId,
  VisitSource,
  WidgetId,
} from '../../protocol/model/index.ts'
import { JOIN_LAST_MESSAGE, LAST_MESSAGE, previewOfLast, type LastMessage } from './lastMessages.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

/**
 * What a write needs to know of a conversation. The preview is not stored: it is the newest message, read where a list
 * is made, so that a delivery does not write the same text twice.
 */
export interface ConversationRow {
  readonly id: ConversationId
  readonly customer_id: CustomerId
  readonly channel: Channel
  readonly widget_id: WidgetId | null
  readonly session_id: SessionId | null
  readonly last_seq: number
  /** Newest message of an agent, for "answered meanwhile" and for the idle end. */
  readonly last_agent_seq: number
  readonly last_agent_at: number | null
  readonly last_customer_at: number | null
  /** How often we have spoken since the customer's last word. */
  readonly replies: number
  readonly delivered_seq: number
  readonly read_seq: number
  readonly created_at: number
  /** `VisitSource` of the latest visit that said where it came from. */
  readonly source: string | null
  /** Only with the face of one agent: whose conversation with them it is. */
  readonly identity_id: IdentityId | null
  readonly face_agent_id: AgentId | null
  readonly friend_since: number | null
}

export const insertConversation = async (
  db: WriteDb,
  organizationId: OrganizationId,
  conversation: Pick<Conversation, 'id' | 'customerId' | 'channel' | 'widgetId' | 'createdAt'>,
  source: VisitSource | null = null,
): Promise<void> => {
  await db.run(sql`
    insert into conversations (organization_id, id, customer_id, channel, widget_id, session_id, last_seq, last_at,
      last_agent_seq, last_agent_at, last_customer_at, delivered_seq, read_seq, created_at, source)
    values (${organizationId}, ${conversation.id}, ${conversation.customerId}, ${conversation.channel},
      ${conversation.widgetId}, null, 0, ${conversation.createdAt}, 0, null, null, 0, 0, ${conversation.createdAt},
      ${source && JSON.stringify(source)})`)
}

/** The visitor came another way this time. */
export const saveSource = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  source: VisitSource,
): Promise<void> => {
  await db.run(sql`
    update conversations set source = ${JSON.stringify(source)}
    where organization_id = ${organizationId} and id = ${id}`)
}

/** They came by this entry now; null: to the main account itself. False: it was the same last time. */
export const saveEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  widgetId: WidgetId | null,
): Promise<boolean> =>
  (await db.run(sql`
    update conversations set widget_id = ${widgetId}
    where organization_id = ${organizationId} and id = ${id}
      and coalesce(widget_id, '') <> ${widgetId ?? ''}`)) > 0

export const findConversation = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: ConversationId,
): Promise<ConversationRow | undefined> =>
  db.get<ConversationRow>(sql`
    select ${CONVERSATION_COLUMNS}
    from conversations where organization_id = ${organizationId} and id = ${id} and customer_id is not null`)

/** Those with customers, in no particular order. */
export const conversationRows = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ids: readonly ConversationId[],
): Promise<ConversationRow[]> =>
  db.all<ConversationRow>(sql`
    select ${CONVERSATION_COLUMNS}
    from conversations where organization_id = ${organizationId} and id in (${anyOf(ids)}) and customer_id is not null`)

/** How many messages a thread has, be it with a customer or among colleagues. */
export const lastSeqOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: ConversationId,
): Promise<number | undefined> =>
  (
    await db.get<{ last_seq: number }>(sql`
      select last_seq from conversations where organization_id = ${organizationId} and id = ${id}`)
  )?.last_seq

/** What a `ConversationRow` is made of. */
export const CONVERSATION_COLUMNS: Sql = {
  text: `id, customer_id, channel, widget_id, session_id, last_seq, last_agent_seq, last_agent_at, last_customer_at,
    delivered_seq, read_seq, created_at, source, identity_id, face_agent_id, friend_since, replies`,
  values: [],
}

export const channelsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ids: readonly ConversationId[],
): Promise<ReadonlyMap<ConversationId, Channel>> => {
  if (ids.length === 0) return new Map()
  const rows = await db.all<Pick<ConversationRow, 'id' | 'channel'>>(sql`
    select id, channel from conversations where organization_id = ${organizationId} and id in (${anyOf(ids)})`)
  return new Map(rows.map(({ id, channel }) => [id, channel]))
}

/** The conversations as clients know them, each with the preview of its newest message. */
export const conversationsByIds = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ids: readonly ConversationId[],
): Promise<Conversation[]> => {
  if (ids.length === 0) return []
  const rows = await db.all<ConversationRow & LastMessage>(sql`
    select c.id, c.customer_id, c.channel, c.widget_id, c.session_id, c.last_seq, c.last_agent_seq, c.last_agent_at,
      c.last_customer_at, c.delivered_seq, c.read_seq, c.created_at, c.source, c.face_agent_id,
      c.friend_since, c.replies, ${LAST_MESSAGE}
    from conversations c ${JOIN_LAST_MESSAGE}
    where c.organization_id = ${organizationId} and c.id in (${anyOf(ids)}) and c.customer_id is not null`)
  return rows.map(rowToConversation)
}

export const conversationIdsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<ConversationId[]> =>
  (
    await db.all<{ id: ConversationId }>(sql`
      select id from conversations where organization_id = ${organizationId} and customer_id = ${customerId} order by id`)
  ).map((row) => row.id)

/** Follows the thread forward by one message. */
export const advanceConversation = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  message: {
    readonly seq: number
    readonly at: number
    readonly from: 'agent' | 'customer' | 'system'
    /** It uses up one of the replies a channel allows. */
    readonly reply: boolean
  },
): Promise<void> => {
  const { seq, at, from, reply } = message
  const where = sql`where organization_id = ${organizationId} and id = ${id}`
  switch (from) {
    case 'agent':
      await db.run(sql`
        update conversations set last_seq = ${seq}, last_at = ${at}, last_agent_seq = ${seq}, last_agent_at = ${at},
          replies = replies + 1 ${where}`)
      return
    case 'customer':
      await db.run(sql`
        update conversations set last_seq = ${seq}, last_at = ${at}, last_customer_at = ${at}, replies = 0 ${where}`)
      return
    case 'system':
      await db.run(sql`
        update conversations set last_seq = ${seq}, last_at = ${at}, replies = replies + ${reply ? 1 : 0} ${where}`)
  }
}

export const setLatestSession = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  sessionId: SessionId,
): Promise<void> => {
  await db.run(sql`
    update conversations set session_id = ${sessionId} where organization_id = ${organizationId} and id = ${id}`)
}

export const markResting = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  resting: boolean,
): Promise<void> => {
  await db.run(sql`
    update conversations set resting = ${resting ? 1 : 0} where organization_id = ${organizationId} and id = ${id}`)
}

/** Whether the customer is blocked, by the company or by the one agent they would talk to (R-02-300, R-02-301). */
const blockedNow = (customerId: CustomerId): Sql => sql`case
  when exists (select 1 from customers c where c.organization_id = conversations.organization_id
    and c.id = ${customerId} and c.block_reason is not null) then 1
  when exists (select 1 from block_entries b where b.organization_id = conversations.organization_id
    and b.agent_id = conversations.face_agent_id and b.customer_id = ${customerId}) then 1
  else 0 end`

/** The identity at the other end is on another channel now. */
export const setChannel = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  channel: Channel,
): Promise<void> => {
  await db.run(sql`
    update conversations set channel = ${channel} where organization_id = ${organizationId} and id = ${id}`)
}

/** After a block was made or taken back. */
export const markBlocked = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<void> => {
  await db.run(sql`
    update conversations set blocked = ${blockedNow(customerId)}
    where organization_id = ${organizationId} and customer_id = ${customerId}`)
}

/** The thread is one more of this customer's; a block of theirs holds here too. */
export const giveConversation = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  customerId: CustomerId,
): Promise<void> => {
  await db.run(sql`
    update conversations set customer_id = ${customerId}, blocked = ${blockedNow(customerId)}
    where organization_id = ${organizationId} and id = ${id}`)
}

export const saveReceipt = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  receipt: { readonly deliveredSeq: number; readonly readSeq: number },
): Promise<void> => {
  await db.run(sql`
    update conversations set delivered_seq = ${receipt.deliveredSeq}, read_seq = ${receipt.readSeq}
    where organization_id = ${organizationId} and id = ${id}`)
}

const rowToConversation = (row: ConversationRow & LastMessage): Conversation => ({
  id: row.id,
  customerId: row.customer_id,
  channel: row.channel,
  widgetId: row.widget_id,
  sessionId: row.session_id,
  lastSeq: row.last_seq,
  preview: previewOfLast(row),
  deliveredSeq: row.delivered_seq,
  readSeq: row.read_seq,
  face: row.face_agent_id === null ? { kind: 'organization' } : { kind: 'agent', agentId: row.face_agent_id },
  friendSince: row.friend_since,
  lastCustomerAt: row.last_customer_at,
  replies: row.replies,
  createdAt: row.created_at,
})
