/** What each side of the walk sees, asked anew each time. */
import { sql, type Sql } from '../../../src/base/sql.ts'
import type { Client } from '../../../src/client/index.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  PoolEntry,
  Session,
  SessionId,
} from '../../../src/protocol/model/index.ts'
import type { Db } from '../../../src/server/db/port.ts'
import type { Chat } from '../../../src/widget/chat/contract.ts'

/** A session as the server's database has it. */
export interface Row {
  readonly id: SessionId
  readonly conversation_id: ConversationId
  readonly customer_id: CustomerId
  readonly state: Session['state']
  readonly handler_id: AgentId | null
  readonly version: number
  readonly last_seq: number
}

const sessionWhere = async (db: Db, where: Sql): Promise<Row | undefined> =>
  db.get<Row>(sql`
    select s.id, s.conversation_id, s.customer_id, s.state, s.handler_id, s.version, c.last_seq
    from sessions s
    join conversations c on c.organization_id = s.organization_id and c.id = s.conversation_id
    where ${where}
    order by s.requested_at desc, s.id desc limit 1`)

/** The session in which this was written. */
export const sessionWith = async (db: Db, text: string): Promise<Row | undefined> =>
  sessionWhere(db, sql`s.id in (select m.session_id from messages m where m.body like ${`%${text}%`})`)

/** The session of whoever accepted an invitation. */
export const invitedSession = async (db: Db): Promise<Row | undefined> =>
  sessionWhere(db, sql`s.id in (select i.session_id from invitations i)`)

/** What the pool says of the session to the agent; undefined: it does not wait. */
export const poolEntry = async (core: Client, row: Row | undefined): Promise<PoolEntry | undefined> => {
  const { entries } = await core.query('pool.list', { filter: 'all', sort: 'longest' })
  return entries.find(({ sessionId }) => sessionId === row?.id)
}

/** Whether the agent's own list has the conversation, with whom it says it is. */
export const isWith = async (core: Client, row: Row | undefined, agentId: AgentId): Promise<boolean> => {
  const rows = await core.query('conversations.list', { filter: 'all' })
  return rows.some(({ id, handlerId }) => id === row?.conversation_id && handlerId === agentId)
}

/** The session as the agent's own computer knows it. */
export const sessionOn = async (core: Client, row: Row | undefined): Promise<Session | null> =>
  row
    ? ((await core.query('conversation.get', { conversationId: row.conversation_id }))?.session ?? null)
    : null

/** Whether the agent reads it there, once. */
export const reads = async (core: Client, row: Row | undefined, text: string): Promise<boolean> => {
  if (!row) return false
  const thread = await core.query('thread.messages', { conversationId: row.conversation_id, limit: 100 })
  return thread.messages.filter(({ body }) => body.kind === 'text' && body.text === text).length === 1
}

/** Whether the customer reads it, once. */
export const sees = (chat: Chat, text: string): boolean =>
  chat.view().messages.filter(({ body }) => body.kind === 'text' && body.text === text).length === 1

/** Whether the customer is told so. */
export const isTold = (chat: Chat, session: Session['state'], agent: string | null = null): boolean => {
  const { state } = chat.view()
  return state.session === session && (state.agent?.name ?? null) === agent
}
