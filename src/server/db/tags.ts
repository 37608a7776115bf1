import { sql } from '../../base/sql.ts'
import type { OrganizationId, Tag, TagId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface TagRow {
  readonly id: TagId
  readonly group_name: string
  readonly name: string
  readonly color: Tag['color']
  readonly position: number
}

export const insertTag = async (db: WriteDb, organizationId: OrganizationId, tag: Tag): Promise<void> => {
  await db.run(sql`
    insert into tags (organization_id, id, group_name, name, color, position)
    values (${organizationId}, ${tag.id}, ${tag.groupName}, ${tag.name}, ${tag.color}, ${tag.position})`)
}

export const tagsOf = async (db: ReadDb, organizationId: OrganizationId): Promise<Tag[]> =>
  (
    await db.all<TagRow>(sql`
      select id, group_name, name, color, position from tags
      where organization_id = ${organizationId} order by position, id`)
  ).map((row) => ({
    id: row.id,
    groupName: row.group_name,
    name: row.name,
    color: row.color,
    position: row.position,
  }))
