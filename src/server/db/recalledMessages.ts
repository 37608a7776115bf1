import { sql } from '../../base/sql.ts'
import type { Message, OrganizationId } from '../../protocol/model/index.ts'
import type { WriteDb } from './port.ts'

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
