/** The marks agents set on customers by hand; what a mark looks like is a setting of the agent's. */
import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  ColorMarkId,
  CustomerId,
  CustomerMarks,
  OrganizationId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export const saveColorMarks = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { customerId, markIds }: CustomerMarks,
): Promise<void> => {
  await db.run(
    markIds.length === 0
      ? sql`
        delete from color_marks
        where organization_id = ${organizationId} and agent_id = ${agentId} and customer_id = ${customerId}`
      : sql`
        insert into color_marks (organization_id, agent_id, customer_id, mark_ids)
        values (${organizationId}, ${agentId}, ${customerId}, ${JSON.stringify(markIds)})
        on conflict (organization_id, agent_id, customer_id) do update set mark_ids = excluded.mark_ids`,
  )
}

/** What the agent marked with what. */
export const colorMarksOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<CustomerMarks[]> =>
  (
    await db.all<Pick<ColorMarkRow, 'customer_id' | 'mark_ids'>>(sql`
      select customer_id, mark_ids from color_marks
      where organization_id = ${organizationId} and agent_id = ${agentId} order by customer_id`)
  ).map(rowToMarks)

/** Who marked the customer with what. */
export const colorMarksOn = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<{ readonly agentId: AgentId; readonly marks: CustomerMarks }[]> =>
  (
    await db.all<ColorMarkRow>(sql`
      select agent_id, customer_id, mark_ids from color_marks
      where organization_id = ${organizationId} and customer_id = ${customerId} order by agent_id`)
  ).map((row) => ({ agentId: row.agent_id, marks: rowToMarks(row) }))

interface ColorMarkRow {
  readonly agent_id: AgentId
  readonly customer_id: CustomerId
  readonly mark_ids: string
}

const rowToMarks = (row: Pick<ColorMarkRow, 'customer_id' | 'mark_ids'>): CustomerMarks => ({
  customerId: row.customer_id,
  markIds: JSON.parse(row.mark_ids) as ColorMarkId[],
})
