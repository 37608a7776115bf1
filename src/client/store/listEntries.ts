import { sql } from '../../base/sql.ts'
import type { ConversationId, ListEntry, MessageSetting } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { listRow } from './topics.ts'

export const saveListEntry = (db: WriteDb, entry: ListEntry): void => {
  db.run(sql`
    insert or replace into list_entries (
      conversation_id, read_seq, pinned, added_at, rank, marked_unread, message_setting
    ) values (${entry.conversationId}, ${entry.readSeq}, ${entry.pinned ? 1 : 0}, ${entry.addedAt},
      ${entry.rank ?? null}, ${entry.markedUnread ? 1 : 0}, ${entry.messageSetting ?? null})`)
  touchEntry(db, entry.conversationId)
}

/** Moves the own read position forward, never back. */
export const advanceRead = (db: WriteDb, conversationId: ConversationId, seq: number): void => {
  const { changes } = db.run(sql`
    update list_entries set read_seq = ${seq}, marked_unread = 0
    where conversation_id = ${conversationId} and read_seq < ${seq}`)
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
  const row = db.get<{
    read_seq: number
    pinned: number
    added_at: number
    rank: string | null
    marked_unread: number
    message_setting: MessageSetting
  }>(sql`
    select max(e.read_seq, coalesce(o.read_seq, 0)) as read_seq, coalesce(o.pinned, e.pinned) as pinned, e.added_at,
      coalesce(o.rank, e.rank) as rank, coalesce(o.marked_unread, e.marked_unread) as marked_unread,
      ${MESSAGE_SETTING} as message_setting
    from list_entries e left join (${overlays}) o on o.conversation_id = e.conversation_id
    where e.conversation_id = ${conversationId}`)
  return row
    ? {
        conversationId,
        readSeq: row.read_seq,
        pinned: row.pinned === 1,
        addedAt: row.added_at,
        ...(row.rank !== null && { rank: row.rank }),
        ...(row.marked_unread === 1 && { markedUnread: true as const }),
        ...(row.message_setting !== 'alert' && { messageSetting: row.message_setting }),
      }
    : null
}

/** A change shown before the server has confirmed it. */
export interface ListEntryOverlay {
  readonly commandId: string
  readonly conversationId: ConversationId
  readonly readSeq: number | null
  readonly pinned: boolean | null
  readonly rank: string | null
  readonly markedUnread: boolean | null
  readonly messageSetting: MessageSetting | null
}

export const addOverlay = (db: WriteDb, overlay: ListEntryOverlay): void => {
  db.run(sql`
    insert into list_entry_overlays (
      command_id, conversation_id, read_seq, pinned, rank, marked_unread, message_setting, revision
    ) values (
      ${overlay.commandId}, ${overlay.conversationId}, ${overlay.readSeq},
      ${overlay.pinned === null ? null : Number(overlay.pinned)}, ${overlay.rank},
      ${overlay.markedUnread === null ? null : Number(overlay.markedUnread)}, ${overlay.messageSetting}, null
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

/** One row for each conversation with overlays: the furthest read, the last of the others (command ids sort by time). */
export const overlays = sql`
  select conversation_id, max(read_seq) as read_seq,
    (select pinned from list_entry_overlays p
     where p.conversation_id = l.conversation_id and p.pinned is not null order by command_id desc limit 1) as pinned,
    (select rank from list_entry_overlays p
     where p.conversation_id = l.conversation_id and p.rank is not null order by command_id desc limit 1) as rank,
    (select marked_unread from list_entry_overlays p
     where p.conversation_id = l.conversation_id and p.marked_unread is not null
     order by command_id desc limit 1) as marked_unread,
    (select message_setting from list_entry_overlays p
     where p.conversation_id = l.conversation_id and p.message_setting is not null
     order by command_id desc limit 1) as message_setting
  from list_entry_overlays l group by conversation_id`

/** How messages come in, of the entry `e` with its overlay `o`. */
export const MESSAGE_SETTING = sql`coalesce(o.message_setting, e.message_setting, 'alert')`

const touchEach = (db: WriteDb, rows: readonly { readonly conversation_id: string }[]): void => {
  for (const row of rows) touchEntry(db, row.conversation_id)
}

const touchEntry = (db: WriteDb, conversationId: string): void => {
  db.touch(...listRow(conversationId), `conversation:${conversationId}`, `messages:${conversationId}`)
}
