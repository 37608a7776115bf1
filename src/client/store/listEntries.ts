import { sql } from '../../base/sql.ts'
import type { ConversationId, ListEntry } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

export const saveListEntry = (db: WriteDb, entry: ListEntry): void => {
  db.run(sql`
    insert or replace into list_entries (conversation_id, read_seq, pinned, added_at)
    values (${entry.conversationId}, ${entry.readSeq}, ${entry.pinned ? 1 : 0}, ${entry.addedAt})`)
  touchEntry(db, entry.conversationId)
}

/** Moves the own read position forward, never back. */
export const advanceRead = (db: WriteDb, conversationId: ConversationId, seq: number): void => {
  const { changes } = db.run(sql`
    update list_entries set read_seq = ${seq} where conversation_id = ${conversationId} and read_seq < ${seq}`)
  if (changes > 0) touchEntry(db, conversationId)
}

export const removeListEntry = (db: WriteDb, conversationId: ConversationId): void => {
  db.run(sql`delete from list_entries where conversation_id = ${conversationId}`)
  touchEntry(db, conversationId)
}

export const clearListEntries = (db: WriteDb): void => {
  for (const { conversation_id: id } of db.all<{ conversation_id: string }>(
    sql`delete from list_entries returning conversation_id`,
  )) {
    db.touch(`conversation:${id}`, `messages:${id}`)
  }
  db.touch('conversations')
}

/** The entry as it is shown: the server's, and above it what this device has changed and not yet heard back of. */
export const readListEntry = (db: ReadDb, conversationId: ConversationId): ListEntry | null => {
  const row = db.get<{ read_seq: number; pinned: number; added_at: number }>(sql`
    select max(e.read_seq, coalesce(o.read_seq, 0)) as read_seq, coalesce(o.pinned, e.pinned) as pinned, e.added_at
    from list_entries e left join (${overlays}) o on o.conversation_id = e.conversation_id
    where e.conversation_id = ${conversationId}`)
  return row
    ? { conversationId, readSeq: row.read_seq, pinned: row.pinned === 1, addedAt: row.added_at }
    : null
}

/** A change shown before the server has confirmed it. */
export interface ListEntryOverlay {
  readonly commandId: string
  readonly conversationId: ConversationId
  readonly readSeq: number | null
  readonly pinned: boolean | null
}

export const addOverlay = (db: WriteDb, overlay: ListEntryOverlay): void => {
  db.run(sql`
    insert into list_entry_overlays (command_id, conversation_id, read_seq, pinned, revision)
    values (
      ${overlay.commandId}, ${overlay.conversationId}, ${overlay.readSeq},
      ${overlay.pinned === null ? null : Number(overlay.pinned)}, null
    )`)
  touchEntry(db, overlay.conversationId)
}

/** The server did it: the log contains it from `revision` on, until then the overlay stays. Mostly the log was faster. */
export const confirmOverlay = (db: WriteDb, commandId: string, revision: number): void => {
  db.run(sql`update list_entry_overlays set revision = ${revision} where command_id = ${commandId}`)
  touchEach(
    db,
    db.all(sql`
    delete from list_entry_overlays
    where command_id = ${commandId} and revision <= (select revision from position)
    returning conversation_id`),
  )
}

/** The server did not do it, or nobody knows. */
export const removeOverlay = (db: WriteDb, commandId: string): void => {
  touchEach(
    db,
    db.all(sql`
    delete from list_entry_overlays where command_id = ${commandId} returning conversation_id`),
  )
}

/** Drops what the rows now contain themselves. */
export const dropOverlaysUpTo = (db: WriteDb, revision: number): void => {
  touchEach(
    db,
    db.all(sql`
    delete from list_entry_overlays where revision <= ${revision} returning conversation_id`),
  )
}

/** After a restart nobody waits for the answers any more. */
export const clearOverlays = (db: WriteDb): void => {
  db.run(sql`delete from list_entry_overlays`)
}

/** One row for each conversation with overlays: the furthest read, the last pin (command ids sort by time). */
export const overlays = sql`
  select conversation_id, max(read_seq) as read_seq,
    (select pinned from list_entry_overlays p
     where p.conversation_id = l.conversation_id and p.pinned is not null order by command_id desc limit 1) as pinned
  from list_entry_overlays l group by conversation_id`

const touchEach = (db: WriteDb, rows: readonly { readonly conversation_id: string }[]): void => {
  for (const row of rows) touchEntry(db, row.conversation_id)
}

const touchEntry = (db: WriteDb, conversationId: string): void => {
  db.touch('conversations', `conversation:${conversationId}`, `messages:${conversationId}`)
}
