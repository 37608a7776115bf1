import { sql } from '../../base/sql.ts'
import type { ConversationId, OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb } from './port.ts'

/** The conversation after this one, in order of id; `''` stands before the first. */
export const nextConversationId = async (
  db: ReadDb,
  organizationId: OrganizationId,
  after: ConversationId | '',
): Promise<ConversationId | undefined> =>
  (
    await db.get<{ id: ConversationId }>(sql`
      select id from conversations where organization_id = ${organizationId} and id > ${after} order by id limit 1`)
  )?.id
