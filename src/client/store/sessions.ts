import { sql } from '../../base/sql.ts'
import type { ConversationId, Session, SessionId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'
import { listRow } from './topics.ts'

/** An older version never replaces a newer one. */
export const saveSession = (db: WriteDb, session: Session): void => {
  db.run(sql`
    insert into sessions (id, conversation_id, state, handler_id, version, data)
    values (
      ${session.id}, ${session.conversationId}, ${session.state}, ${session.handlerId}, ${session.version},
      ${JSON.stringify(session)}
    )
    on conflict (id) do update set
      state = excluded.state, handler_id = excluded.handler_id, version = excluded.version, data = excluded.data
      where excluded.version >= version`)
  db.touch(...listRow(session.conversationId), `conversation:${session.conversationId}`)
}

export const removeSessions = (db: WriteDb, conversationId: ConversationId): void => {
  db.run(sql`delete from sessions where conversation_id = ${conversationId}`)
}

export const readSession = (db: ReadDb, sessionId: SessionId): Session | null => {
  const row = db.get<{ data: string }>(sql`select data from sessions where id = ${sessionId}`)
  return row ? parseStored<Session>(row.data) : null
}
