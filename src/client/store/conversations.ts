import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  Conversation,
  ConversationId,
  CustomerId,
  SessionId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'
import { listRow } from './topics.ts'

/** What of a conversation moves with each message; written once for a batch of them. */
export interface ConversationTail {
  readonly lastSeq: number
  readonly preview: Conversation['preview']
  /** The customer's message that waits for an answer longest; null when the last word is ours. */
  readonly waitingSince: number | null
}

/** `lastCustomerAt` null: no message of the customer was among what came. */
export interface MovedTail extends ConversationTail {
  readonly lastCustomerAt: number | null
  /** How often we have spoken since the customer's last word. */
  readonly replies: number
}

export const saveConversation = (
  db: WriteDb,
  conversation: Conversation,
  waitingSince: number | null,
): void => {
  db.run(sql`
    insert or replace into conversations (
      id, customer_id, channel, widget_id, session_id, last_seq, preview, delivered_seq, read_seq, created_at, at,
      waiting_since, face_agent_id, friend_since, last_customer_at, replies
    ) values (
      ${conversation.id}, ${conversation.customerId}, ${conversation.channel}, ${conversation.widgetId},
      ${conversation.sessionId}, ${conversation.lastSeq}, ${previewToText(conversation.preview)},
      ${conversation.deliveredSeq}, ${conversation.readSeq}, ${conversation.createdAt},
      ${conversation.preview?.at ?? conversation.createdAt}, ${waitingSince},
      ${conversation.face.kind === 'agent' ? conversation.face.agentId : null}, ${conversation.friendSince},
      ${conversation.lastCustomerAt}, ${conversation.replies}
    )`)
  db.touch(...listRow(conversation.id), `conversation:${conversation.id}`, `messages:${conversation.id}`)
}

/** Where a conversation stands; `replies` is null in one of colleagues among themselves. */
export const readTail = (
  db: ReadDb,
  conversationId: ConversationId,
): (ConversationTail & { readonly replies: number | null }) | null => {
  const row = db.get<{
    channel: string | null
    last_seq: number
    preview: string | null
    waiting_since: number | null
    replies: number
  }>(sql`
    select channel, last_seq, preview, waiting_since, replies from conversations where id = ${conversationId}`)
  return row
    ? {
        lastSeq: row.last_seq,
        preview: textToPreview(row.preview),
        waitingSince: row.waiting_since,
        replies: row.channel === null ? null : row.replies,
      }
    : null
}

export const saveTail = (db: WriteDb, conversationId: ConversationId, tail: MovedTail): void => {
  db.run(sql`
    update conversations set
      last_seq = ${tail.lastSeq}, preview = ${previewToText(tail.preview)}, waiting_since = ${tail.waitingSince},
      replies = ${tail.replies},
      last_customer_at = coalesce(${tail.lastCustomerAt}, last_customer_at),
      at = coalesce(${tail.preview?.at ?? null}, at)
    where id = ${conversationId}`)
  db.touch(...listRow(conversationId), `conversation:${conversationId}`, `messages:${conversationId}`)
}

/** How far the customer's client has received and read; never goes back. */
export const advanceReceipt = (
  db: WriteDb,
  conversationId: ConversationId,
  deliveredSeq: number,
  readSeq: number,
): void => {
  db.run(sql`
    update conversations
    set delivered_seq = max(delivered_seq, ${deliveredSeq}), read_seq = max(read_seq, ${readSeq})
    where id = ${conversationId}`)
  db.touch(`conversation:${conversationId}`, `messages:${conversationId}`)
}

/** A friendship began or ended, or the customer opened the way anew. */
export const savePath = (
  db: WriteDb,
  conversationId: ConversationId,
  { friendSince, lastCustomerAt, replies }: Pick<Conversation, 'friendSince' | 'lastCustomerAt' | 'replies'>,
): void => {
  db.run(sql`
    update conversations set friend_since = ${friendSince}, last_customer_at = ${lastCustomerAt}, replies = ${replies}
    where id = ${conversationId}`)
  db.touch('contacts', ...listRow(conversationId), `conversation:${conversationId}`)
}

export const setLatestSession = (db: WriteDb, conversationId: ConversationId, sessionId: SessionId): void => {
  db.run(sql`update conversations set session_id = ${sessionId} where id = ${conversationId}`)
  db.touch(...listRow(conversationId), `conversation:${conversationId}`)
}

/** The thread turned out to be one of this customer's. */
export const giveConversation = (
  db: WriteDb,
  conversationId: ConversationId,
  { customerId, channel }: Pick<Conversation, 'customerId' | 'channel'>,
): void => {
  db.run(sql`
    update conversations set customer_id = ${customerId}, channel = ${channel} where id = ${conversationId}`)
  db.touch(...listRow(conversationId), `conversation:${conversationId}`)
}

/** Returns whose conversation it was. */
export const removeConversation = (db: WriteDb, conversationId: ConversationId): CustomerId | null => {
  const row = db.get<{ customer_id: CustomerId | null }>(
    sql`delete from conversations where id = ${conversationId} returning customer_id`,
  )
  db.touch(...listRow(conversationId), `conversation:${conversationId}`)
  return row?.customer_id ?? null
}

export const readConversation = (db: ReadDb, conversationId: ConversationId): Conversation | null => {
  const row = db.get<ConversationRow>(
    sql`select * from conversations where id = ${conversationId} and customer_id is not null`,
  )
  return row ? rowToConversation(row) : null
}

/** The conversation the agent would open for each of these customers: the one in which something happened last. */
export const latestConversations = (
  db: ReadDb,
  customerIds: readonly CustomerId[],
): Map<CustomerId, ConversationId> =>
  new Map(
    customerIds.flatMap((customerId) => {
      const row = db.get<{ id: ConversationId }>(
        sql`select id from conversations where customer_id = ${customerId} order by at desc limit 1`,
      )
      return row ? [[customerId, row.id] as const] : []
    }),
  )

/** The agent's own friends, with the conversation one has with each. */
export const friendsOf = (db: ReadDb, agentId: AgentId): Map<CustomerId, ConversationId> =>
  new Map(
    db
      .all<{ customer_id: CustomerId; id: ConversationId }>(
        sql`
        select customer_id, id from conversations
        where face_agent_id = ${agentId} and friend_since is not null and customer_id is not null`,
      )
      .map(({ customer_id: customerId, id }) => [customerId, id]),
  )

/** Those of the customers who are friends, on any conversation this agent has. */
export const friendsAmong = (db: ReadDb, customerIds: readonly CustomerId[]): CustomerId[] =>
  customerIds.filter(
    (customerId) =>
      db.get(sql`
        select 1 as found from conversations where customer_id = ${customerId} and friend_since is not null limit 1`) !==
      undefined,
  )

interface ConversationRow {
  id: ConversationId
  customer_id: CustomerId
  channel: Conversation['channel']
  widget_id: Conversation['widgetId']
  session_id: Conversation['sessionId']
  last_seq: number
  preview: string | null
  delivered_seq: number
  read_seq: number
  created_at: number
  face_agent_id: AgentId | null
  friend_since: number | null
  last_customer_at: number | null
  replies: number
}

const rowToConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  customerId: row.customer_id,
  channel: row.channel,
  widgetId: row.widget_id,
  sessionId: row.session_id,
  lastSeq: row.last_seq,
  preview: textToPreview(row.preview),
  deliveredSeq: row.delivered_seq,
  readSeq: row.read_seq,
  face: row.face_agent_id === null ? { kind: 'organization' } : { kind: 'agent', agentId: row.face_agent_id },
  friendSince: row.friend_since,
  lastCustomerAt: row.last_customer_at,
  replies: row.replies,
  createdAt: row.created_at,
})

export const previewToText = (preview: Conversation['preview']): string | null =>
  preview ? JSON.stringify(preview) : null

export const textToPreview = (text: string | null): Conversation['preview'] =>
  text === null ? null : parseStored<Conversation['preview']>(text)
