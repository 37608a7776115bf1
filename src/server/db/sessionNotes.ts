import { sql, type Sql } from '../../base/sql.ts'
import type {
  ConversationId,
  OrganizationId,
  SessionNote,
  SessionNoteId,
} from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface SessionNoteRow {
  readonly id: SessionNoteId
  readonly session_id: SessionNote['sessionId']
  readonly conversation_id: ConversationId
  readonly agent_id: SessionNote['agentId']
  readonly text: string
  readonly at: number
  readonly edited_at: number | null
  readonly removed_at: number | null
}

/** A note, and whether its author has taken it away. */
export interface StoredNote {
  readonly note: SessionNote
  readonly removed: boolean
}

export const insertSessionNote = async (
  db: WriteDb,
  organizationId: OrganizationId,
  note: SessionNote,
): Promise<void> => {
  await db.run(sql`
    insert into session_notes (organization_id, id, conversation_id, session_id, agent_id, text, at, edited_at)
    values (${organizationId}, ${note.id}, ${note.conversationId}, ${note.sessionId}, ${note.agentId}, ${note.text},
      ${note.at}, ${note.editedAt})`)
}

export const rewriteSessionNote = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { id, text, editedAt }: Pick<SessionNote, 'id' | 'text' | 'editedAt'>,
): Promise<void> => {
  await db.run(sql`
    update session_notes set text = ${text}, edited_at = ${editedAt}
    where organization_id = ${organizationId} and id = ${id}`)
}

/** Null: it is there again. */
export const markNoteRemoved = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: SessionNoteId,
  at: number | null,
): Promise<void> => {
  await db.run(sql`
    update session_notes set removed_at = ${at} where organization_id = ${organizationId} and id = ${id}`)
}

export const findSessionNote = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: SessionNoteId,
): Promise<StoredNote | undefined> => {
  const row = await db.get<SessionNoteRow>(sql`
    select ${COLUMNS} from session_notes where organization_id = ${organizationId} and id = ${id}`)
  return row && { note: rowToSessionNote(row), removed: row.removed_at !== null }
}

export const countSessionNotes = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from session_notes
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and removed_at is null`)
  )?.count ?? 0

/** All notes of some conversations, in no particular order. */
export const sessionNotesIn = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationIds: readonly ConversationId[],
): Promise<SessionNote[]> =>
  conversationIds.length === 0
    ? []
    : (
        await db.all<SessionNoteRow>(sql`
          select ${COLUMNS} from session_notes
          where organization_id = ${organizationId} and conversation_id in (${anyOf(conversationIds)})
            and removed_at is null`)
      ).map(rowToSessionNote)

const COLUMNS: Sql = {
  text: 'id, session_id, conversation_id, agent_id, text, at, edited_at, removed_at',
  values: [],
}

const rowToSessionNote = (row: SessionNoteRow): SessionNote => ({
  id: row.id,
  sessionId: row.session_id,
  conversationId: row.conversation_id,
  agentId: row.agent_id,
  text: row.text,
  at: row.at,
  editedAt: row.edited_at,
})
