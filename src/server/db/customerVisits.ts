/** Visits of customers to the company's pages; of nobody who has not written. */
import { sql, type Sql } from '../../base/sql.ts'
import type {
  ConversationId,
  CustomerId,
  OrganizationId,
  TimelineItem,
  ViewedPage,
  VisitSource,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export type VisitRecord = Extract<TimelineItem, { kind: 'visit' }>

/** Writes a visit, or what has been added to it since. */
export const saveCustomerVisit = async (
  db: WriteDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  visit: VisitRecord,
): Promise<void> => {
  await db.run(sql`
    insert into customer_visits (organization_id, conversation_id, at, until, number, mobile, source, pages)
    values (${organizationId}, ${conversationId}, ${visit.at}, ${visit.until}, ${visit.number}, ${visit.mobile ? 1 : 0},
      ${JSON.stringify(visit.source)}, ${JSON.stringify(visit.pages)})
    on conflict (organization_id, conversation_id, at) do update set until = excluded.until, pages = excluded.pages`)
}

/** The newest visits of a customer that began before a moment. */
export const customerVisitsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<VisitRecord[]> =>
  (
    await db.all<VisitRow>(sql`
      select ${COLUMNS} from customer_visits v join conversations c
        on c.organization_id = v.organization_id and c.id = v.conversation_id
      where c.organization_id = ${organizationId} and c.customer_id = ${customerId} and v.at < ${before}
      order by v.at desc limit ${limit}`)
  ).map(rowToVisit)

/** The first visit that is known of a customer. */
export const firstVisitOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<VisitRecord | undefined> => {
  const row = await db.get<VisitRow>(sql`
    select ${COLUMNS} from customer_visits v join conversations c
      on c.organization_id = v.organization_id and c.id = v.conversation_id
    where c.organization_id = ${organizationId} and c.customer_id = ${customerId} order by v.at limit 1`)
  return row && rowToVisit(row)
}

interface VisitRow {
  readonly at: number
  readonly until: number
  readonly number: number
  readonly mobile: number
  readonly source: string
  readonly pages: string
}

const COLUMNS: Sql = { text: 'v.at, v.until, v.number, v.mobile, v.source, v.pages', values: [] }

const rowToVisit = (row: VisitRow): VisitRecord => ({
  kind: 'visit',
  at: row.at,
  until: row.until,
  number: row.number,
  mobile: row.mobile === 1,
  source: JSON.parse(row.source) as VisitSource,
  pages: JSON.parse(row.pages) as ViewedPage[],
})
