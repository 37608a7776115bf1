import { sql } from '../../base/sql.ts'
import type { AgentId, ConversationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Empty text removes the draft. */
export const saveDraft = (
  db: WriteDb,
  agentId: AgentId,
  conversationId: ConversationId,
  text: string,
  now: number,
): void => {
  if (text === '') {
    db.run(sql`delete from drafts where agent_id = ${agentId} and conversation_id = ${conversationId}`)
  } else {
    db.run(sql`
      insert or replace into drafts (agent_id, conversation_id, text, saved_at)
      values (${agentId}, ${conversationId}, ${text}, ${now})`)
  }
  db.touch('drafts', `draft:${conversationId}`)
}

export const readDraft = (db: ReadDb, agentId: AgentId, conversationId: ConversationId): string =>
  db.get<{ text: string }>(
    sql`select text from drafts where agent_id = ${agentId} and conversation_id = ${conversationId}`,
  )?.text ?? ''

export const readDrafts = (db: ReadDb, agentId: AgentId): Map<ConversationId, string> =>
  new Map(
    db
      .all<{ conversation_id: ConversationId; text: string }>(
        sql`select conversation_id, text from drafts where agent_id = ${agentId}`,
      )
      .map((row) => [row.conversation_id, row.text]),
  )

export const removeDrafts = (db: WriteDb, agentId: AgentId): void => {
  db.run(sql`delete from drafts where agent_id = ${agentId}`)
  db.touch('drafts')
}
