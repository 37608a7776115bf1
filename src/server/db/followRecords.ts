import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  CustomerId,
  FollowRecord,
  FollowRecordId,
  OrganizationId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface FollowRecordRow {
  readonly id: FollowRecordId
  readonly author_id: AgentId
  readonly at: number
  readonly edited_at: number | null
  readonly text: string
}

const COLUMNS = sql`id, author_id, at, edited_at, text`
/** More than anybody reads of one customer. */
const MOST = 200

export const insertFollowRecord = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  record: FollowRecord,
): Promise<void> => {
  await db.run(sql`
    insert into follow_records (organization_id, id, customer_id, author_id, at, edited_at, text)
    values (${organizationId}, ${record.id}, ${customerId}, ${record.authorId}, ${record.at}, ${record.editedAt},
      ${record.text})`)
}

export const findFollowRecord = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  id: FollowRecordId,
): Promise<FollowRecord | undefined> => {
  const row = await db.get<FollowRecordRow>(sql`
    select ${COLUMNS} from follow_records
    where organization_id = ${organizationId} and customer_id = ${customerId} and id = ${id}`)
  return row && rowToFollowRecord(row)
}

export const saveFollowText = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { id, text, editedAt }: FollowRecord,
): Promise<void> => {
  await db.run(sql`
    update follow_records set text = ${text}, edited_at = ${editedAt}
    where organization_id = ${organizationId} and id = ${id}`)
}

export const deleteFollowRecord = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: FollowRecordId,
): Promise<void> => {
  await db.run(sql`delete from follow_records where organization_id = ${organizationId} and id = ${id}`)
}

/** The newest first. */
export const followRecordsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<FollowRecord[]> =>
  (
    await db.all<FollowRecordRow>(sql`
      select ${COLUMNS} from follow_records
      where organization_id = ${organizationId} and customer_id = ${customerId}
      order by at desc, id desc limit ${MOST}`)
  ).map(rowToFollowRecord)

const rowToFollowRecord = (row: FollowRecordRow): FollowRecord => ({
  id: row.id,
  authorId: row.author_id,
  at: row.at,
  editedAt: row.edited_at,
  text: row.text,
})
