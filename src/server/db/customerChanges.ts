import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  Customer,
  CustomerId,
  FieldChange,
  FieldKey,
  FieldValue,
  OrganizationId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** So many of each field are kept and shown (R-03-127). */
const KEPT = 5

/** Notes what was changed in a field, and forgets the oldest change of that field. */
export const insertCustomerChange = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { id, version }: Pick<Customer, 'id' | 'version'>,
  field: FieldKey,
  change: FieldChange,
): Promise<void> => {
  await db.run(sql`
    insert into customer_changes (organization_id, customer_id, field, version, at, agent_id, from_value, to_value)
    values (${organizationId}, ${id}, ${field}, ${version}, ${change.at}, ${change.byId},
      ${JSON.stringify(change.from)}, ${JSON.stringify(change.to)})`)
  await db.run(sql`
    delete from customer_changes
    where organization_id = ${organizationId} and customer_id = ${id} and field = ${field} and version <= (
      select version from customer_changes
      where organization_id = ${organizationId} and customer_id = ${id} and field = ${field}
      order by version desc limit 1 offset ${KEPT})`)
}

/** The newest first. */
export const customerChangesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  field: FieldKey,
): Promise<FieldChange[]> =>
  (
    await db.all<{ at: number; agent_id: AgentId; from_value: string; to_value: string }>(sql`
      select at, agent_id, from_value, to_value from customer_changes
      where organization_id = ${organizationId} and customer_id = ${customerId} and field = ${field}
      order by version desc limit ${KEPT}`)
  ).map(({ at, agent_id: byId, from_value, to_value }) => ({
    at,
    byId,
    from: JSON.parse(from_value) as FieldValue,
    to: JSON.parse(to_value) as FieldValue,
  }))
