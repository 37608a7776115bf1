import { sql } from '../../base/sql.ts'
import type { AgentId, NoteMention, OrganizationId, SessionNoteId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface NoteMentionRow {
  readonly note_id: SessionNoteId
  readonly conversation_id: NoteMention['conversationId']
  readonly by_agent_id: AgentId
  readonly text: string
  readonly seq: number
  readonly at: number
}

/** Of a note that was written anew the agent is told once; what they have not read says the new text. */
export const saveNoteMention = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { noteId, conversationId, byAgentId, text, seq, at }: NoteMention,
): Promise<void> => {
  await db.run(sql`
    insert into note_mentions (organization_id, agent_id, note_id, conversation_id, by_agent_id, text, seq, at)
    values (${organizationId}, ${agentId}, ${noteId}, ${conversationId}, ${byAgentId}, ${text}, ${seq}, ${at})
    on conflict (organization_id, agent_id, note_id) do update set text = excluded.text`)
}

/** False: there was none. */
export const deleteNoteMention = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  noteId: SessionNoteId,
): Promise<boolean> =>
  (await db.run(sql`
    delete from note_mentions
    where organization_id = ${organizationId} and agent_id = ${agentId} and note_id = ${noteId}`)) === 1

/** Who was named in the note and has not read it. */
export const agentsNamedIn = async (
  db: ReadDb,
  organizationId: OrganizationId,
  noteId: SessionNoteId,
): Promise<AgentId[]> =>
  (
    await db.all<{ agent_id: AgentId }>(sql`
      select agent_id from note_mentions
      where organization_id = ${organizationId} and note_id = ${noteId} order by agent_id`)
  ).map((row) => row.agent_id)

/** The oldest first. */
export const noteMentionsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<NoteMention[]> =>
  (
    await db.all<NoteMentionRow>(sql`
      select note_id, conversation_id, by_agent_id, text, seq, at from note_mentions
      where organization_id = ${organizationId} and agent_id = ${agentId} order by at, note_id`)
  ).map((row) => ({
    noteId: row.note_id,
    conversationId: row.conversation_id,
    byAgentId: row.by_agent_id,
    text: row.text,
    seq: row.seq,
    at: row.at,
  }))
