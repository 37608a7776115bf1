import { sql } from '../../base/sql.ts'
import type { NoteMention, SessionNoteId } from '../../protocol/model/index.ts'
import type { NoteMentionRow } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { shownRemarks } from './privateRemarks.ts'

export const saveNoteMention = (db: WriteDb, mention: NoteMention): void => {
  const { noteId, conversationId, byAgentId, text, seq, at } = mention
  db.run(sql`
    insert or replace into note_mentions (note_id, conversation_id, by_agent_id, text, seq, at)
    values (${noteId}, ${conversationId}, ${byAgentId}, ${text}, ${seq}, ${at})`)
  db.touch('note-mentions')
}

export const removeNoteMention = (db: WriteDb, noteId: SessionNoteId): void => {
  db.run(sql`delete from note_mentions where note_id = ${noteId}`)
  db.touch('note-mentions')
}

export const clearNoteMentions = (db: WriteDb): void => {
  db.run(sql`delete from note_mentions`)
  db.touch('note-mentions')
}

/** The oldest first; of customers who are not known here yet, without a name. */
export const listNoteMentions = (db: ReadDb): NoteMentionRow[] =>
  db.all<NoteMentionRow>(sql`
    select n.note_id as "noteId", n.conversation_id as "conversationId", n.by_agent_id as "byAgentId", n.text, n.seq,
      n.at, coalesce(p.remark, u.name, '') as "customerName", u.number as "customerNumber"
    from note_mentions n
    left join conversations c on c.id = n.conversation_id
    left join customers u on u.id = c.customer_id
    left join ${shownRemarks} p on p.customer_id = c.customer_id
    order by n.at, n.note_id`)
