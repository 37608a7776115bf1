import { sql } from '../../base/sql.ts'
import type { AgentId, FileId, MessageId, OrganizationId, SavedMessage } from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

export const insertSavedMessage = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  saved: SavedMessage,
): Promise<void> => {
  await db.run(sql`
    insert into saved_messages (organization_id, agent_id, message_id, file_id, content, saved_at)
    values (${organizationId}, ${agentId}, ${saved.messageId}, ${fileOf(saved)}, ${JSON.stringify(saved)},
      ${saved.savedAt})`)
}

/** Those of the messages that the agent has saved. */
export const savedAmong = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  messageIds: readonly MessageId[],
): Promise<ReadonlySet<MessageId>> =>
  new Set(
    (
      await db.all<{ message_id: MessageId }>(sql`
        select message_id from saved_messages
        where organization_id = ${organizationId} and agent_id = ${agentId} and message_id in (${anyOf(messageIds)})`)
    ).map((row) => row.message_id),
  )

/** What was there; undefined: nothing. */
export const deleteSavedMessage = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  messageId: MessageId,
): Promise<SavedMessage | undefined> => {
  const row = await db.get<{ content: string }>(sql`
    delete from saved_messages
    where organization_id = ${organizationId} and agent_id = ${agentId} and message_id = ${messageId}
    returning content`)
  return row && (JSON.parse(row.content) as SavedMessage)
}

/** The oldest first. */
export const savedMessagesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<SavedMessage[]> =>
  (
    await db.all<{ content: string }>(sql`
      select content from saved_messages
      where organization_id = ${organizationId} and agent_id = ${agentId} order by saved_at, message_id`)
  ).map(({ content }) => JSON.parse(content) as SavedMessage)

export const countSavedMessages = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<number> => {
  const row = await db.get<{ messages: number }>(sql`
    select count(*) as messages from saved_messages
    where organization_id = ${organizationId} and agent_id = ${agentId}`)
  return Number(row?.messages ?? 0)
}

/** Who keeps a message that shows the file. */
export const keepersOfFile = async (
  db: ReadDb,
  organizationId: OrganizationId,
  fileId: FileId,
): Promise<AgentId[]> =>
  (
    await db.all<{ agent_id: AgentId }>(sql`
      select agent_id from saved_messages where organization_id = ${organizationId} and file_id = ${fileId}`)
  ).map((row) => row.agent_id)

const fileOf = ({ body }: SavedMessage): FileId | null => (body.kind === 'text' ? null : body.fileId)
