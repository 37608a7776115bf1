import { sql } from '../../base/sql.ts'
import type { ConversationId, FileId, OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** Remembers that a message of this conversation shows the file: whoever may read the one may see the other. */
export const linkFile = async (
  db: WriteDb,
  organizationId: OrganizationId,
  fileId: FileId,
  conversationId: ConversationId,
): Promise<void> => {
  await db.run(sql`
    insert into file_links (organization_id, file_id, conversation_id)
    values (${organizationId}, ${fileId}, ${conversationId}) on conflict do nothing`)
}

export const conversationsWithFile = async (
  db: ReadDb,
  organizationId: OrganizationId,
  fileId: FileId,
): Promise<ConversationId[]> =>
  (
    await db.all<{ conversation_id: ConversationId }>(sql`
      select conversation_id from file_links where organization_id = ${organizationId} and file_id = ${fileId}`)
  ).map((row) => row.conversation_id)

/** Who uploaded the file; undefined: there is no such file. */
export const uploaderOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  fileId: FileId,
): Promise<{ readonly kind: 'agent' | 'customer'; readonly id: string } | undefined> =>
  db.get<{ kind: 'agent' | 'customer'; id: string }>(sql`
    select uploader_kind as kind, uploader_id as id from files
    where organization_id = ${organizationId} and id = ${fileId}`)

/** No message of this conversation shows the file any more. */
export const unlinkFile = async (
  db: WriteDb,
  organizationId: OrganizationId,
  fileId: FileId,
  conversationId: ConversationId,
): Promise<void> => {
  await db.run(sql`
    delete from file_links where organization_id = ${organizationId} and file_id = ${fileId}
      and conversation_id = ${conversationId}`)
}
