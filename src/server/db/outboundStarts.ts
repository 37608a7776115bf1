import { sql } from '../../base/sql.ts'
import type { AgentId, CustomerId, OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** With how many who are no friends the agent has begun on that day of the organisation, and whether with this one. */
export const startsOn = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  day: string,
  customerId: CustomerId,
): Promise<{ readonly used: number; readonly counted: boolean }> => {
  const row = await db.get<{ used: number; counted: number }>(sql`
    select count(*) as used, count(case when customer_id = ${customerId} then 1 end) as counted from outbound_starts
    where organization_id = ${organizationId} and agent_id = ${agentId} and day = ${day}`)
  return { used: Number(row?.used ?? 0), counted: Number(row?.counted ?? 0) > 0 }
}

/** The same customer again on the same day counts once. */
export const insertStart = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  day: string,
  customerId: CustomerId,
): Promise<void> => {
  await db.run(sql`
    insert into outbound_starts (organization_id, agent_id, day, customer_id)
    values (${organizationId}, ${agentId}, ${day}, ${customerId}) on conflict do nothing`)
}
