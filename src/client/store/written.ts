import { sql } from '../../base/sql.ts'
import type { AgentId, ConversationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** So many are kept of each conversation (R-03-097). */
const KEPT = 50

/** Keeps what was written into a composer; the same again is the newest now. */
export const keepWritten = (
  db: WriteDb,
  agentId: AgentId,
  conversationId: ConversationId,
  text: string,
): void => {
  db.run(sql`
    delete from written
    where agent_id = ${agentId} and conversation_id = ${conversationId} and text = ${text}`)
  db.run(sql`
    insert into written (agent_id, conversation_id, text) values (${agentId}, ${conversationId}, ${text})`)
  db.run(sql`
    delete from written where agent_id = ${agentId} and conversation_id = ${conversationId} and position not in (
      select position from written where agent_id = ${agentId} and conversation_id = ${conversationId}
      order by position desc limit ${KEPT})`)
}

/** The newest first. */
export const listWritten = (db: ReadDb, agentId: AgentId, conversationId: ConversationId): string[] =>
  db
    .all<{ text: string }>(sql`
      select text from written where agent_id = ${agentId} and conversation_id = ${conversationId}
      order by position desc`)
    .map(({ text }) => text)

export const removeWritten = (db: WriteDb, agentId: AgentId): void => {
  db.run(sql`delete from written where agent_id = ${agentId}`)
}
