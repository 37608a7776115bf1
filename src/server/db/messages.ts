import { sql } from '../../base/sql.ts'
import type { SessionWords } from '../../domain/sessions/measure.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  Message,
  MessageBody,
  MessageId,
  OrganizationId,
  Sender,
  SessionId,
} from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

export interface MessageRow {
  readonly id: MessageId
  readonly conversation_id: ConversationId
  readonly seq: number
  readonly session_id: SessionId | null
  readonly sender_kind: Sender['kind']
  readonly sender_id: AgentId | CustomerId | null
  readonly body: string
  readonly at: number
}

/** `body` is the text of the body where the caller has made it already. False: the id is taken, nothing was written. */
export const insertMessage = async (
  db: WriteDb,
  organizationId: OrganizationId,
  message: Message,
  body: string = JSON.stringify(message.body),
): Promise<boolean> =>
  (await db.run(sql`
    insert into messages (organization_id, conversation_id, seq, id, session_id, sender_kind, sender_id, body, at)
    values (${organizationId}, ${message.conversationId}, ${message.seq}, ${message.id}, ${message.sessionId},
      ${message.sender.kind}, ${senderIdOf(message.sender)}, ${body}, ${message.at})
    on conflict (organization_id, id) do nothing`)) === 1

export const findMessage = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: MessageId,
): Promise<MessageRow | undefined> =>
  db.get<MessageRow>(sql`
    select id, conversation_id, seq, session_id, sender_kind, sender_id, body, at
    from messages where organization_id = ${organizationId} and id = ${id}`)

/** The newest `limit` messages before `beforeSeq`, in ascending order. */
export const messagesBefore = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  beforeSeq: number,
  limit: number,
): Promise<Message[]> =>
  (
    await db.all<MessageRow>(sql`
      select id, conversation_id, seq, session_id, sender_kind, sender_id, body, at
      from messages
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and seq < ${beforeSeq}
      order by seq desc limit ${limit}`)
  )
    .reverse()
    .map(rowToMessage)

/** The first `limit` messages after `afterSeq`, in ascending order. */
export const messagesAfter = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  afterSeq: number,
  limit: number,
): Promise<Message[]> =>
  (
    await db.all<MessageRow>(sql`
      select id, conversation_id, seq, session_id, sender_kind, sender_id, body, at
      from messages
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and seq > ${afterSeq}
      order by seq limit ${limit}`)
  ).map(rowToMessage)

/** The newest `count` messages of each of some threads; numbers have no gaps, so the newest are found by number. */
export const newestMessages = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationIds: readonly ConversationId[],
  count: number,
): Promise<Message[]> =>
  conversationIds.length === 0
    ? []
    : (
        await db.all<MessageRow>(sql`
          select m.id, m.conversation_id, m.seq, m.session_id, m.sender_kind, m.sender_id, m.body, m.at
          from conversations c
          join messages m on m.organization_id = c.organization_id and m.conversation_id = c.id
            and m.seq > c.last_seq - ${count}
          where c.organization_id = ${organizationId} and c.id in (${anyOf(conversationIds)})
          order by m.conversation_id, m.seq`)
      ).map(rowToMessage)

/** Messages by id, in no particular order; unknown ids are left out. */
export const messagesByIds = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ids: readonly MessageId[],
): Promise<Message[]> =>
  ids.length === 0
    ? []
    : (
        await db.all<MessageRow>(sql`
          select id, conversation_id, seq, session_id, sender_kind, sender_id, body, at
          from messages where organization_id = ${organizationId} and id in (${anyOf(ids)})`)
      ).map(rowToMessage)

/** Later messages of the thread in which this text stands somewhere in the body. */
export const messagesMentioning = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  text: string,
  afterSeq: number,
): Promise<Message[]> =>
  (
    await db.all<MessageRow>(sql`
      select id, conversation_id, seq, session_id, sender_kind, sender_id, body, at
      from messages
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and seq > ${afterSeq}
        and body like ${`%${text}%`}
      order by seq`)
  ).map(rowToMessage)

/** Puts another body in the place of a message's. */
export const replaceBody = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { id, body }: Pick<Message, 'id' | 'body'>,
): Promise<void> => {
  await db.run(sql`
    update messages set body = ${JSON.stringify(body)} where organization_id = ${organizationId} and id = ${id}`)
}

/** Whether somebody else of the organisation wrote after `seq`. */
export const hasAnswerOfOthers = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  seq: number,
  agentId: AgentId,
): Promise<boolean> =>
  (await db.get(sql`
    select 1 as found from messages
    where organization_id = ${organizationId} and conversation_id = ${conversationId} and seq > ${seq}
      and sender_kind = 'agent' and sender_id <> ${agentId} limit 1`)) !== undefined

/** How much the customer has written since `fromSeq`, and when last. */
export const customerWords = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  fromSeq: number,
): Promise<{ readonly count: number; readonly lastSeq: number | null }> =>
  (await db.get<{ count: number; lastSeq: number | null }>(sql`
    select count(*) as count, max(seq) as "lastSeq" from messages
    where organization_id = ${organizationId} and conversation_id = ${conversationId} and seq >= ${fromSeq}
      and sender_kind = 'customer'`)) ?? { count: 0, lastSeq: null }

/** What both sides have said from `fromSeq` on; lines that report something are nobody's. */
export const sessionWords = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  fromSeq: number,
): Promise<SessionWords> =>
  (await db.get<SessionWords>(sql`
    select count(case when sender_kind = 'customer' then 1 end) as "fromCustomer",
      count(case when sender_kind = 'agent' then 1 end) as "fromAgents", min(at) as "firstAt", max(at) as "lastAt"
    from messages
    where organization_id = ${organizationId} and conversation_id = ${conversationId} and seq >= ${fromSeq}
      and sender_kind <> 'system'`)) ?? { fromCustomer: 0, fromAgents: 0, firstAt: null, lastAt: null }

/** When the customer wrote the first message from `fromSeq` on; null: none. */
export const oldestUnanswered = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  fromSeq: number,
): Promise<number | null> =>
  (
    await db.get<{ at: number }>(sql`
      select at from messages
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and seq >= ${fromSeq}
        and sender_kind = 'customer' order by seq limit 1`)
  )?.at ?? null

export const rowToMessage = (row: MessageRow): Message => ({
  id: row.id,
  conversationId: row.conversation_id,
  seq: row.seq,
  sessionId: row.session_id,
  sender: toSender(row),
  body: JSON.parse(row.body) as MessageBody,
  at: row.at,
})

const senderIdOf = (sender: Sender): AgentId | CustomerId | null => {
  switch (sender.kind) {
    case 'agent':
      return sender.agentId
    case 'customer':
      return sender.customerId
    case 'system':
      return null
  }
}

const toSender = (row: MessageRow): Sender => {
  switch (row.sender_kind) {
    case 'agent':
      return { kind: 'agent', agentId: row.sender_id as AgentId }
    case 'customer':
      return { kind: 'customer', customerId: row.sender_id as CustomerId }
    case 'system':
      return { kind: 'system' }
  }
}
