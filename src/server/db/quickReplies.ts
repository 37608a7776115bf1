import { sql } from '../../base/sql.ts'
import type { AgentId, OrganizationId, QuickReply, QuickReplyId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface QuickReplyRow {
  readonly id: QuickReplyId
  readonly owner_id: AgentId | null
  readonly group_name: string
  readonly title: string
  readonly text: string
  readonly position: number
}

export const insertQuickReply = async (
  db: WriteDb,
  organizationId: OrganizationId,
  reply: QuickReply,
): Promise<void> => {
  await db.run(sql`
    insert into quick_replies (organization_id, id, owner_id, group_name, title, text, position)
    values (${organizationId}, ${reply.id}, ${reply.ownerId}, ${reply.groupName}, ${reply.title}, ${reply.text},
      ${reply.position})`)
}

export const companyQuickReplies = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<QuickReply[]> =>
  (
    await db.all<QuickReplyRow>(sql`
      select id, owner_id, group_name, title, text, position from quick_replies
      where organization_id = ${organizationId} and owner_id is null order by position, id`)
  ).map(rowToQuickReply)

export const personalQuickReplies = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ownerId: AgentId,
): Promise<QuickReply[]> =>
  (
    await db.all<QuickReplyRow>(sql`
      select id, owner_id, group_name, title, text, position from quick_replies
      where organization_id = ${organizationId} and owner_id = ${ownerId} order by position, id`)
  ).map(rowToQuickReply)

const rowToQuickReply = (row: QuickReplyRow): QuickReply => ({
  id: row.id,
  ownerId: row.owner_id,
  groupName: row.group_name,
  title: row.title,
  text: row.text,
  position: row.position,
})
