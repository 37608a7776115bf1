import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  BlockEntry,
  CompanyBlock,
  CustomerId,
  OrganizationId,
} from '../../protocol/model/index.ts'
import { markBlocked } from './conversations.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** False: the agent had blocked them already. */
export const insertBlockEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  customerId: CustomerId,
  at: number,
): Promise<boolean> => {
  const isNew = await db.run(sql`
    insert into block_entries (organization_id, agent_id, customer_id, at)
    values (${organizationId}, ${agentId}, ${customerId}, ${at}) on conflict do nothing`)
  await markBlocked(db, organizationId, customerId)
  return isNew === 1
}

export const deleteBlockEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  customerId: CustomerId,
): Promise<void> => {
  await db.run(sql`
    delete from block_entries
    where organization_id = ${organizationId} and agent_id = ${agentId} and customer_id = ${customerId}`)
  await markBlocked(db, organizationId, customerId)
}

/** The agents who want nothing to do with the customer. */
export const blockersOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<AgentId[]> =>
  (
    await db.all<{ agent_id: AgentId }>(sql`
      select agent_id from block_entries where organization_id = ${organizationId} and customer_id = ${customerId}`)
  ).map(({ agent_id }) => agent_id)

export const isBlockedBy = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  agentId: AgentId,
): Promise<boolean> => (await blockersOf(db, organizationId, customerId)).includes(agentId)

/** Whom the agent blocked, the newest first. */
export const blockEntriesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<BlockEntry[]> =>
  (
    await db.all<{ customer_id: CustomerId; number: number; name: string; at: number }>(sql`
      select b.customer_id, c.number, c.name, b.at from block_entries b
      join customers c on c.organization_id = b.organization_id and c.id = b.customer_id
      where b.organization_id = ${organizationId} and b.agent_id = ${agentId}
      order by b.at desc, b.customer_id limit ${LONGEST_LIST}`)
  ).map(({ customer_id: customerId, ...row }) => ({ customerId, ...row }))

/** Whom the company blocked, the newest first. */
export const companyBlocks = async (db: ReadDb, organizationId: OrganizationId): Promise<CompanyBlock[]> =>
  (
    await db.all<CompanyBlockRow>(sql`
      select id, number, name, block_at, block_until, block_reason, block_by from customers
      where organization_id = ${organizationId} and block_at is not null
      order by block_at desc, id limit ${LONGEST_LIST}`)
  ).map((row) => ({
    customerId: row.id,
    number: row.number,
    name: row.name,
    at: row.block_at,
    until: row.block_until,
    reason: row.block_reason,
    byId: row.block_by,
  }))

interface CompanyBlockRow {
  readonly id: CustomerId
  readonly number: number
  readonly name: string
  readonly block_at: number
  readonly block_until: number | null
  readonly block_reason: string
  readonly block_by: AgentId
}

/** More than anybody looks through. */
const LONGEST_LIST = 500
