/** Quick replies: the company's (`ownerId` null) and each agent's own. */
import { sql, type Sql } from '../../base/sql.ts'
import type {
  AgentId,
  OrganizationId,
  QuickReply,
  QuickReplyFile,
  QuickReplyId,
} from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface QuickReplyRow {
  readonly id: QuickReplyId
  readonly owner_id: AgentId | null
  readonly group_name: string
  readonly title: string
  readonly texts: string
  readonly files: string
  readonly position: number
  readonly version: number
}

export const insertQuickReply = async (
  db: WriteDb,
  organizationId: OrganizationId,
  reply: QuickReply,
): Promise<void> => {
  await db.run(sql`
    insert into quick_replies (organization_id, id, owner_id, group_name, title, texts, files, position, version)
    values (${organizationId}, ${reply.id}, ${reply.ownerId}, ${reply.groupName}, ${reply.title},
      ${JSON.stringify(reply.texts)}, ${JSON.stringify(reply.files)}, ${reply.position}, ${reply.version})`)
}

export const updateQuickReply = async (
  db: WriteDb,
  organizationId: OrganizationId,
  reply: QuickReply,
): Promise<void> => {
  await db.run(sql`
    update quick_replies set group_name = ${reply.groupName}, title = ${reply.title},
      texts = ${JSON.stringify(reply.texts)}, files = ${JSON.stringify(reply.files)},
      position = ${reply.position}, version = ${reply.version}
    where organization_id = ${organizationId} and id = ${reply.id}`)
}

export const findQuickReply = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: QuickReplyId,
): Promise<QuickReply | undefined> => (await repliesWhere(db, organizationId, sql`id = ${id}`))[0]

export const companyQuickReplies = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<QuickReply[]> => quickRepliesOf(db, organizationId, null)

export const personalQuickReplies = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ownerId: AgentId,
): Promise<QuickReply[]> => quickRepliesOf(db, organizationId, ownerId)

/** One library, each group in its order. */
export const quickRepliesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ownerId: AgentId | null,
): Promise<QuickReply[]> => repliesWhere(db, organizationId, ownedBy(ownerId))

/** Makes room in a group: everything from the position on moves one place back. */
export const makeRoom = async (
  db: WriteDb,
  organizationId: OrganizationId,
  ownerId: AgentId | null,
  groupName: string,
  position: number,
): Promise<void> => {
  await db.run(sql`
    update quick_replies set position = position + 1
    where organization_id = ${organizationId} and ${ownedBy(ownerId)} and group_name = ${groupName}
      and position >= ${position}`)
}

export const renameGroup = async (
  db: WriteDb,
  organizationId: OrganizationId,
  ownerId: AgentId | null,
  from: string,
  to: string,
): Promise<boolean> =>
  (await db.run(sql`
    update quick_replies set group_name = ${to}, version = version + 1
    where organization_id = ${organizationId} and ${ownedBy(ownerId)} and group_name = ${from}`)) > 0

/** Those of the library that were there; how often they were used goes with them. */
export const deleteQuickReplies = async (
  db: WriteDb,
  organizationId: OrganizationId,
  ownerId: AgentId | null,
  ids: readonly QuickReplyId[],
): Promise<QuickReplyId[]> =>
  (
    await db.all<{ id: QuickReplyId }>(sql`
      delete from quick_replies
      where organization_id = ${organizationId} and ${ownedBy(ownerId)} and id in (${anyOf(ids)}) returning id`)
  ).map(({ id }) => id)

const repliesWhere = async (
  db: ReadDb,
  organizationId: OrganizationId,
  condition: Sql,
): Promise<QuickReply[]> =>
  (
    await db.all<QuickReplyRow>(sql`
      select id, owner_id, group_name, title, texts, files, position, version from quick_replies
      where organization_id = ${organizationId} and ${condition} order by position, id`)
  ).map(rowToQuickReply)

const ownedBy = (ownerId: AgentId | null): Sql =>
  ownerId === null ? sql`owner_id is null` : sql`owner_id = ${ownerId}`

const rowToQuickReply = (row: QuickReplyRow): QuickReply => ({
  id: row.id,
  ownerId: row.owner_id,
  groupName: row.group_name,
  title: row.title,
  texts: JSON.parse(row.texts) as string[],
  files: JSON.parse(row.files) as QuickReplyFile[],
  position: row.position,
  version: row.version,
})
