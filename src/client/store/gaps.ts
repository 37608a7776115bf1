import { sql } from '../../base/sql.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** A stretch of numbers that a thread skipped; both ends are missing. */
export interface Gap {
  readonly conversationId: ConversationId
  readonly from: number
  readonly to: number
}

export const saveGap = (db: WriteDb, { conversationId, from, to }: Gap): void => {
  db.run(sql`
    insert into gaps (conversation_id, from_seq, to_seq) values (${conversationId}, ${from}, ${to})
    on conflict (conversation_id, from_seq) do update set to_seq = max(to_seq, excluded.to_seq)`)
  db.touch(`messages:${conversationId}`)
}

export const removeGap = (db: WriteDb, { conversationId, from }: Gap): void => {
  db.run(sql`delete from gaps where conversation_id = ${conversationId} and from_seq = ${from}`)
  db.touch(`messages:${conversationId}`)
}

export const listGaps = (db: ReadDb): Gap[] =>
  db
    .all<{ conversation_id: ConversationId; from_seq: number; to_seq: number }>(
      sql`select conversation_id, from_seq, to_seq from gaps order by conversation_id, from_seq`,
    )
    .map((row) => ({ conversationId: row.conversation_id, from: row.from_seq, to: row.to_seq }))
