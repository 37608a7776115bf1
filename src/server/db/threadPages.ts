/** Reading a thread by kind of message and by day, as its history is looked through. */
import { sql, type Sql } from '../../base/sql.ts'
import type { ConversationId, Message, OrganizationId } from '../../protocol/model/index.ts'
import type { ThreadKinds } from '../../protocol/queries/index.ts'
import { rowToMessage, type MessageRow } from './messages.ts'
import type { ReadDb } from './port.ts'

export interface ThreadPageOptions {
  readonly kinds: ThreadKinds
  readonly before: number | null
  /** Instead of `before`: from this number on. */
  readonly from: number | null
  readonly limit: number
}

/** Ascending; the newest ones unless `from` is given. */
export const threadPageOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  { kinds, before, from, limit }: ThreadPageOptions,
): Promise<Message[]> => {
  const rows = await db.all<MessageRow>(sql`
    select id, conversation_id, seq, session_id, sender_kind, sender_id, body, at
    from messages
    where organization_id = ${organizationId} and conversation_id = ${conversationId}
      and seq >= ${from ?? 0} and seq < ${before ?? LAST_SEQ} ${KINDS[kinds]}
    order by ${from === null ? DOWN : UP} limit ${limit}`)
  return (from === null ? rows.reverse() : rows).map(rowToMessage)
}

/** How many messages there are from a number on. */
export const countMessagesFrom = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  from: number,
): Promise<number> => {
  const row = await db.get<{ n: number }>(sql`
    select count(*) as n from messages
    where organization_id = ${organizationId} and conversation_id = ${conversationId} and seq >= ${from}`)
  return Number(row?.n ?? 0)
}

/** The number of the first message at or after a moment; null: there is none. Numbers rise with time, so it is halved for. */
export const firstSeqFrom = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  at: number,
): Promise<number | null> => {
  const last = await db.get<{ seq: number }>(sql`
    select seq from messages where organization_id = ${organizationId} and conversation_id = ${conversationId}
    order by seq desc limit 1`)
  if (!last) return null
  let low = 1
  let high = last.seq + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = await db.get<{ at: number }>(sql`
      select at from messages
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and seq = ${middle}`)
    if (row && row.at >= at) high = middle
    else low = middle + 1
  }
  return low > last.seq ? null : low
}

/** When the messages of a stretch were taken; `until` null: up to the newest. */
export const timesBetween = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  from: number,
  until: number | null,
): Promise<{ seq: number; at: number }[]> =>
  db.all<{ seq: number; at: number }>(sql`
    select seq, at from messages
    where organization_id = ${organizationId} and conversation_id = ${conversationId} and seq >= ${from}
      and seq < ${until ?? LAST_SEQ} order by seq`)

/** The largest number that the column takes. */
const LAST_SEQ = 2_147_483_647
const UP: Sql = { text: 'seq', values: [] }
const DOWN: Sql = { text: 'seq desc', values: [] }

/** The kind is the first thing a body says, and quotes in what somebody wrote are escaped: no text looks like these. */
const KINDS: { readonly [K in ThreadKinds]: Sql } = {
  all: { text: '', values: [] },
  media: {
    text: `and (body like '{"kind":"image"%' or body like '{"kind":"file"%' and
      (body like '%"mime":"audio/%' or body like '%"mime":"video/%'))`,
    values: [],
  },
  files: {
    text: `and body like '{"kind":"file"%' and body not like '%"mime":"audio/%' and body not like '%"mime":"video/%'`,
    values: [],
  },
}
