import { sql, sqlList } from '../../base/sql.ts'
import type { ConversationId, Message, MessageId, Sender, SessionId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'

export interface MessageRow {
  key: number
  conversation_id: ConversationId
  seq: number
  id: MessageId
  session_id: Message['sessionId']
  sender_kind: Sender['kind']
  sender_id: string | null
  body: string
  at: number
}

/** What the agent deleted on this device stays away until it is wanted again. */
const INSERT = `insert into messages (conversation_id, seq, id, session_id, sender_kind, sender_id, body, at)
  select ?, ?, ?, ?, ?, ?, ?, ?
  where not exists (select 1 from forgotten_threads where conversation_id = ? and seq >= ? and at >= ?)
  on conflict (conversation_id, seq) do nothing`
/** What stands in for a message the server gave in a form nobody could read (R-17-085). */
const PLACEHOLDER = JSON.stringify({ kind: 'unsupported', original: null })

/** Puts a message in its place; one that is there already stays. The caller names the topics once for a batch. */
export const insertMessage = (db: WriteDb, message: Message): void => {
  db.run({
    text: INSERT,
    values: [
      message.conversationId,
      message.seq,
      message.id,
      message.sessionId,
      message.sender.kind,
      senderId(message.sender),
      JSON.stringify(message.body),
      message.at,
      message.conversationId,
      message.seq,
      message.at,
    ],
  })
}

/**
 * Puts another form of a message in the place of the one that is here, or in its empty place: an answer of the server that
 * is on its way with the old form must find it taken.
 */
export const replaceMessage = (db: WriteDb, message: Message): void => {
  const body = JSON.stringify(message.body)
  const known = db.get(sql`
    update messages set body = ${body} where conversation_id = ${message.conversationId} and seq = ${message.seq}
    returning 1 as known`)
  if (!known) insertMessage(db, message)
  db.touch('search-index')
  if (message.body.kind === 'recalled') db.touch('messages-removed')
}

/** Keeps the thread's numbers without gaps where the server had nothing readable to give. */
export const insertPlaceholder = (db: WriteDb, conversationId: ConversationId, seq: number): void => {
  db.run({
    text: `insert into messages (conversation_id, seq, id, session_id, sender_kind, sender_id, body, at)
      select ?, ?, ?, null, 'system', null, ?, (
        select coalesce(max(at), 0) from messages where conversation_id = ? and seq < ?)
      where not exists (select 1 from forgotten_threads where conversation_id = ? and seq >= ?)
      on conflict (conversation_id, seq) do nothing`,
    values: [
      conversationId,
      seq,
      `missing-${seq}`,
      PLACEHOLDER,
      ...[conversationId, seq],
      ...[conversationId, seq],
    ],
  })
}

/** Tells when the newest of them was written; 0: there was none. */
export const removeMessages = (db: WriteDb, conversationId: ConversationId): number => {
  const newest = db.get<{ at: number | null }>(
    sql`select max(at) as at from messages where conversation_id = ${conversationId}`,
  )
  db.run(sql`delete from messages where conversation_id = ${conversationId}`)
  db.run(sql`delete from gaps where conversation_id = ${conversationId}`)
  db.touch(`messages:${conversationId}`, 'messages-removed')
  return newest?.at ?? 0
}

/** A stretch of a thread's messages that hang together, ascending. */
export interface Run {
  readonly messages: Message[]
  /** Messages after the last one are known of and not here. */
  readonly gap: boolean
}

/** The newest `limit` messages that hang together, ending before a gap that is being filled (R-06-066). */
export const readNewestRun = (db: ReadDb, conversationId: ConversationId, limit: number): Run => {
  const gap = firstGap(db, conversationId)
  const rows = db.all<MessageRow>(sql`
    select * from messages where conversation_id = ${conversationId} and seq < ${gap ?? Number.MAX_SAFE_INTEGER}
    order by seq desc limit ${limit}`)
  const broken = rows.findIndex((row, index) => index > 0 && row.seq !== (rows[index - 1]?.seq ?? 0) - 1)
  const run = broken === -1 ? rows : rows.slice(0, broken)
  return { messages: run.map(rowToMessage).reverse(), gap: gap !== null }
}

/** The lowest number of the newest run; null while there is no message. Walks the index, not the rows. */
export const oldestOfNewestRun = (db: ReadDb, conversationId: ConversationId): number | null => {
  const before = firstGap(db, conversationId) ?? Number.MAX_SAFE_INTEGER
  const row = db.get<{ seq: number }>(sql`
    select seq from messages m
    where conversation_id = ${conversationId} and seq < ${before} and not exists (
      select 1 from messages p where p.conversation_id = m.conversation_id and p.seq = m.seq - 1
    )
    order by seq desc limit 1`)
  return row?.seq ?? null
}

/** Which of `ids` have arrived in the thread. */
export const arrivedAmong = (
  db: ReadDb,
  conversationId: ConversationId,
  ids: readonly MessageId[],
): MessageId[] =>
  db
    .all<{ id: MessageId }>(
      sql`select id from messages where conversation_id = ${conversationId} and id in (${sqlList(ids)})`,
    )
    .map(({ id }) => id)

/** How often the customer has written in a session, and where first, as the thread's newest messages have it. */
export const readCustomerWords = (
  db: ReadDb,
  conversationId: ConversationId,
  sessionId: SessionId,
  among: number,
): { readonly count: number; readonly firstSeq: number | null } =>
  db.get<{ count: number; firstSeq: number | null }>(sql`
    select count(*) as count, min(seq) as "firstSeq" from (
      select seq, session_id, sender_kind from messages where conversation_id = ${conversationId}
      order by seq desc limit ${among})
    where session_id = ${sessionId} and sender_kind = 'customer'`) ?? { count: 0, firstSeq: null }

/** When the agent wrote those of the thread's newest messages that are theirs. */
export const ownMessageTimes = (
  db: ReadDb,
  conversationId: ConversationId,
  agentId: string,
  among: number,
): number[] =>
  db
    .all<{ at: number }>(sql`
      select at from (
        select sender_id, at from messages where conversation_id = ${conversationId} order by seq desc limit ${among}
      ) where sender_id = ${agentId}`)
    .map(({ at }) => at)

/** Numbers between `from` and `to`, both included, that are not there. */
export const missingBetween = (
  db: ReadDb,
  conversationId: ConversationId,
  from: number,
  to: number,
): number[] => {
  const present = new Set(
    db
      .all<{ seq: number }>(
        sql`select seq from messages where conversation_id = ${conversationId} and seq between ${from} and ${to}`,
      )
      .map(({ seq }) => seq),
  )
  const missing: number[] = []
  for (let seq = from; seq <= to; seq += 1) if (!present.has(seq)) missing.push(seq)
  return missing
}

export const rowToMessage = (row: MessageRow): Message => ({
  id: row.id,
  conversationId: row.conversation_id,
  seq: row.seq,
  sessionId: row.session_id,
  sender: rowToSender(row),
  body: parseStored<Message['body']>(row.body),
  at: row.at,
})

/** The lowest number that is known to be missing and is being fetched. */
const firstGap = (db: ReadDb, conversationId: ConversationId): number | null =>
  db.get<{ seq: number | null }>(
    sql`select min(from_seq) as seq from gaps where conversation_id = ${conversationId}`,
  )?.seq ?? null

const senderId = (sender: Sender): string | null => {
  switch (sender.kind) {
    case 'agent':
      return sender.agentId
    case 'customer':
      return sender.customerId
    case 'system':
      return null
  }
}

const rowToSender = ({ sender_kind: kind, sender_id: id }: MessageRow): Sender =>
  kind === 'agent'
    ? ({ kind, agentId: id } as Sender)
    : kind === 'customer'
      ? ({ kind, customerId: id } as Sender)
      : { kind: 'system' }

/** Whether a message of the customer is known that is newer than `seq`. */
export const customerWroteAfter = (db: ReadDb, conversationId: ConversationId, seq: number): boolean =>
  db.get(sql`
    select 1 as found from messages
    where conversation_id = ${conversationId} and seq > ${seq} and sender_kind = 'customer' limit 1`) !==
  undefined
