import { sql } from '../../base/sql.ts'
import type { ConversationId, SessionNote, SessionNoteId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'

export const saveSessionNote = (db: WriteDb, note: SessionNote): void => {
  db.run(sql`
    insert or replace into session_notes (id, conversation_id, at, value)
    values (${note.id}, ${note.conversationId}, ${note.at}, ${JSON.stringify(note)})`)
  db.touch(`session-notes:${note.conversationId}`)
}

export const removeSessionNote = (db: WriteDb, id: SessionNoteId, conversationId: ConversationId): void => {
  db.run(sql`delete from session_notes where id = ${id}`)
  db.touch(`session-notes:${conversationId}`)
}

export const removeSessionNotes = (db: WriteDb, conversationId: ConversationId): void => {
  db.run(sql`delete from session_notes where conversation_id = ${conversationId}`)
  db.touch(`session-notes:${conversationId}`)
}

/** The oldest first. */
export const listSessionNotes = (db: ReadDb, conversationId: ConversationId): SessionNote[] =>
  db
    .all<{ value: string }>(sql`
      select value from session_notes where conversation_id = ${conversationId} order by at, id`)
    .map(({ value }) => parseStored<SessionNote>(value))
