import { sql } from '../../base/sql.ts'
import type { AgentId, MessageId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

export const addDraftPart = (
  db: WriteDb,
  agentId: AgentId,
  fileId: string,
  part: number,
  bytes: Uint8Array,
): void => {
  db.run(sql`
    insert or replace into draft_parts (file_id, part, agent_id, bytes)
    values (${fileId}, ${part}, ${agentId}, ${bytes})`)
}

/** The bytes of a file that was attached; null: they are not here. */
export const readDraftFile = (db: ReadDb, agentId: AgentId, fileId: string): readonly Uint8Array[] | null => {
  const parts = db.all<{ bytes: Uint8Array }>(
    sql`select bytes from draft_parts where file_id = ${fileId} and agent_id = ${agentId} order by part`,
  )
  return parts.length === 0 ? null : parts.map(({ bytes }) => bytes)
}

/** How much of a file is kept; 0: nothing. */
export const measureDraftFile = (db: ReadDb, agentId: AgentId, fileId: string): number =>
  db.get<{ bytes: number }>(sql`
    select coalesce(sum(length(bytes)), 0) as bytes from draft_parts
    where file_id = ${fileId} and agent_id = ${agentId}`)?.bytes ?? 0

/** Makes the file of a draft that of a message in the outbox. */
export const moveToOutbox = (db: WriteDb, agentId: AgentId, fileId: string, id: MessageId): void => {
  db.run(sql`
    insert into outbox_parts (id, part, bytes)
    select ${id}, part, bytes from draft_parts where file_id = ${fileId} and agent_id = ${agentId}`)
  removeDraftFile(db, agentId, fileId)
}

/** How much is kept, of all accounts, as they share the disk. */
export const measureDraftFiles = (db: ReadDb): number =>
  db.get<{ bytes: number }>(sql`select coalesce(sum(length(bytes)), 0) as bytes from draft_parts`)?.bytes ?? 0

export const removeDraftFile = (db: WriteDb, agentId: AgentId, fileId: string): void => {
  db.run(sql`delete from draft_parts where file_id = ${fileId} and agent_id = ${agentId}`)
}

export const removeDraftFiles = (db: WriteDb, agentId: AgentId): void => {
  db.run(sql`delete from draft_parts where agent_id = ${agentId}`)
}

/** Files whose composer was gone before it could say that they go along. */
export const removeLooseDraftFiles = (db: WriteDb): void => {
  db.run(sql`
    delete from draft_parts where file_id not in (
      select json_extract(file.value, '$.id') from drafts, json_each(drafts.content, '$.files') as file)`)
}
