import { sql, sqlList } from '../../base/sql.ts'
import type { AgentId, ConversationId, MessageId, Quote, StoredFile } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** A message that waits to be sent, or was refused. */
export interface OutboxEntry {
  /** Order of writing. */
  readonly position: number
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly kind: 'text' | 'image' | 'file'
  /** The text, or the name of the file. */
  readonly text: string
  readonly mime: string
  readonly bytes: number
  readonly seenSeq: number | null
  /** What a text answers. */
  readonly quote: Quote | null
  /** What a picture shows or a voice says, in words; or empty. */
  readonly alt: string
  /** Only of a recorded voice: how long it is. */
  readonly seconds: number | null
  /** `storing`: the file is being copied. `paused`: its author stopped the upload. `accepted`: the server has it and its log will bring it. */
  readonly state: 'storing' | 'queued' | 'paused' | 'failed' | 'accepted'
  readonly reason: string | null
  /** The file as the server knows it, once it is uploaded. */
  readonly file: StoredFile | null
  /** The file was with the server before: there is none here to upload. */
  readonly stored: boolean
  readonly createdAt: number
  /** By the server's clock. */
  readonly expiresAt: number
}

/** What its author decides. */
export type NewOutboxEntry = Omit<OutboxEntry, 'position' | 'reason'>

/** Returns its place in the order of writing. */
export const addToOutbox = (db: WriteDb, agentId: AgentId, entry: NewOutboxEntry): number => {
  const row = db.get<{ position: number }>(sql`
    insert into outbox (
      id, agent_id, conversation_id, kind, text, mime, bytes, seen_seq, quote, alt, seconds,
      file, stored, state, created_at, expires_at
    ) values (
      ${entry.id}, ${agentId}, ${entry.conversationId}, ${entry.kind}, ${entry.text}, ${entry.mime}, ${entry.bytes},
      ${entry.seenSeq}, ${entry.quote && JSON.stringify(entry.quote)}, ${entry.alt}, ${entry.seconds},
      ${entry.file && JSON.stringify(entry.file)}, ${entry.stored ? 1 : 0},
      ${entry.state}, ${entry.createdAt}, ${entry.expiresAt}
    ) returning position`)
  touchOutbox(db, entry.conversationId)
  return row?.position ?? 0
}

/** Waiting, failed and accepted ones in order of writing. */
export const listOutbox = (db: ReadDb, agentId: AgentId): OutboxEntry[] =>
  db.all<OutboxRow>(sql`select * from outbox where agent_id = ${agentId} order by position`).map(rowToEntry)

/** How much waits; of all accounts, as they share the disk. */
export const measureOutbox = (db: ReadDb): { entries: number; bytes: number } =>
  db.get(sql`select count(*) as entries, coalesce(sum(bytes), 0) as bytes from outbox`) ?? {
    entries: 0,
    bytes: 0,
  }

export const markStored = (db: WriteDb, entry: OutboxEntry): void => {
  db.run(sql`update outbox set state = 'queued' where id = ${entry.id}`)
  touchOutbox(db, entry.conversationId)
}

/** Stops it until its author goes on with it, also over a restart. */
export const markPaused = (db: WriteDb, entry: OutboxEntry, paused: boolean): void => {
  db.run(sql`update outbox set state = ${paused ? 'paused' : 'queued'} where id = ${entry.id}`)
  touchOutbox(db, entry.conversationId)
}

export const markUploaded = (db: WriteDb, entry: OutboxEntry, file: StoredFile): void => {
  db.run(sql`update outbox set file = ${JSON.stringify(file)} where id = ${entry.id}`)
  touchOutbox(db, entry.conversationId)
}

export const markFailed = (db: WriteDb, entry: OutboxEntry, reason: string): void => {
  db.run(sql`update outbox set state = 'failed', reason = ${reason} where id = ${entry.id}`)
  touchOutbox(db, entry.conversationId)
}

/** The server has it: nothing is sent any more, and it goes when the log brings the message. */
export const markAccepted = (db: WriteDb, entry: OutboxEntry, revision: number): void => {
  db.run(sql`
    update outbox set state = 'accepted', reason = null, revision = ${revision} where id = ${entry.id}`)
  touchOutbox(db, entry.conversationId)
}

/** Takes a failed one up again; an uploaded file may be gone by now and is uploaded anew. */
export const requeue = (db: WriteDb, entry: OutboxEntry, seenSeq: number | null, expiresAt: number): void => {
  db.run(sql`
    update outbox set
      state = 'queued', reason = null, file = case when stored = 1 then file end, expires_at = ${expiresAt}, seen_seq = ${seenSeq}
    where id = ${entry.id}`)
  touchOutbox(db, entry.conversationId)
}

export const removeFromOutbox = (db: WriteDb, entries: readonly OutboxEntry[]): void => {
  if (entries.length === 0) return
  const ids = sqlList(entries.map(({ id }) => id))
  db.run(sql`delete from outbox where id in (${ids})`)
  db.run(sql`delete from outbox_parts where id in (${ids})`)
  for (const { conversationId } of entries) touchOutbox(db, conversationId)
}

/** Accepted ones whose messages the cache contains by now, if they reached it at all. */
export const acceptedUpTo = (db: ReadDb, agentId: AgentId, revision: number): OutboxEntry[] =>
  db
    .all<OutboxRow>(
      sql`select * from outbox where agent_id = ${agentId} and state = 'accepted' and revision <= ${revision}`,
    )
    .map(rowToEntry)

export const clearOutbox = (db: WriteDb, agentId: AgentId): void => {
  db.run(sql`delete from outbox_parts where id in (select id from outbox where agent_id = ${agentId})`)
  db.run(sql`delete from outbox where agent_id = ${agentId}`)
  db.touch('outbox')
}

/** Files whose copying was cut off by the end of the program: nobody was told that they are kept. */
export const removeHalfStored = (db: WriteDb): void => {
  db.run(sql`delete from outbox where state = 'storing'`)
  db.run(sql`delete from outbox_parts where id not in (select id from outbox)`)
}

export const addPart = (db: WriteDb, id: MessageId, part: number, bytes: Uint8Array): void => {
  db.run(sql`insert into outbox_parts (id, part, bytes) values (${id}, ${part}, ${bytes})`)
}

export const readParts = (db: ReadDb, id: MessageId): Uint8Array[] =>
  db
    .all<{ bytes: Uint8Array }>(sql`select bytes from outbox_parts where id = ${id} order by part`)
    .map(({ bytes }) => bytes)

interface OutboxRow {
  position: number
  id: MessageId
  conversation_id: ConversationId
  kind: OutboxEntry['kind']
  text: string
  mime: string
  bytes: number
  seen_seq: number | null
  quote: string | null
  alt: string
  seconds: number | null
  state: OutboxEntry['state']
  reason: string | null
  file: string | null
  stored: number
  created_at: number
  expires_at: number
}

const rowToEntry = (row: OutboxRow): OutboxEntry => ({
  position: row.position,
  id: row.id,
  conversationId: row.conversation_id,
  kind: row.kind,
  text: row.text,
  mime: row.mime,
  bytes: row.bytes,
  seenSeq: row.seen_seq,
  alt: row.alt,
  seconds: row.seconds,
  quote: row.quote === null ? null : (JSON.parse(row.quote) as Quote),
  state: row.state,
  reason: row.reason,
  file: row.file === null ? null : (JSON.parse(row.file) as StoredFile),
  stored: row.stored === 1,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})

const touchOutbox = (db: WriteDb, conversationId: ConversationId): void => {
  db.touch('outbox', `outbox:${conversationId}`)
}
