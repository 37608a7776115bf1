import { sql } from '../../base/sql.ts'
import type { AgentId, CustomerId, OrganizationId, PrivateRemark } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export const savePrivateRemark = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { customerId, text }: PrivateRemark,
): Promise<void> => {
  await db.run(
    text === ''
      ? sql`
        delete from private_remarks
        where organization_id = ${organizationId} and agent_id = ${agentId} and customer_id = ${customerId}`
      : sql`
        insert into private_remarks (organization_id, agent_id, customer_id, remark)
        values (${organizationId}, ${agentId}, ${customerId}, ${text})
        on conflict (organization_id, agent_id, customer_id) do update set remark = excluded.remark`,
  )
}

/** How the agent calls whom. */
export const privateRemarksOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<PrivateRemark[]> =>
  (
    await db.all<{ customer_id: CustomerId; remark: string }>(sql`
      select customer_id, remark from private_remarks
      where organization_id = ${organizationId} and agent_id = ${agentId} order by customer_id`)
  ).map(({ customer_id: customerId, remark }) => ({ customerId, text: remark }))

/** Who calls the customer what. */
export const remarksOn = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<{ readonly agentId: AgentId; readonly text: string }[]> =>
  (
    await db.all<{ agent_id: AgentId; remark: string }>(sql`
      select agent_id, remark from private_remarks
      where organization_id = ${organizationId} and customer_id = ${customerId} order by agent_id`)
  ).map(({ agent_id: agentId, remark }) => ({ agentId, text: remark }))
