import { sql } from '../../base/sql.ts'
import type { Message, MessageBody, MessageId, OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** Keeps what a recalled message said, for the records of the company and for nobody else (R-06-085). */
export const keepRecalled = async (
  db: WriteDb,
  organizationId: OrganizationId,
  message: Message,
  at: number,
): Promise<void> => {
  await db.run(sql`
    insert into recalled_messages (organization_id, message_id, body, at)
    values (${organizationId}, ${message.id}, ${JSON.stringify(message.body)}, ${at})`)
}

/** What it said; undefined: it was not recalled. */
export const recalledBodyOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  messageId: MessageId,
): Promise<MessageBody | undefined> => {
  const row = await db.get<{ body: string }>(sql`
    select body from recalled_messages where organization_id = ${organizationId} and message_id = ${messageId}`)
  return row && (JSON.parse(row.body) as MessageBody)
}
