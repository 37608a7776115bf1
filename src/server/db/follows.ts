import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  OrganizationId,
  Scope,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** Answers whether the agent did not follow the scope before. */
export const insertFollow = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  scope: Scope,
  since: number,
): Promise<boolean> =>
  (await db.run(sql`
    insert into follows (organization_id, agent_id, scope, since)
    values (${organizationId}, ${agentId}, ${scope}, ${since}) on conflict do nothing`)) === 1

export const deleteFollow = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  scope: Scope,
): Promise<boolean> =>
  (await db.run(sql`
    delete from follows
    where organization_id = ${organizationId} and agent_id = ${agentId} and scope = ${scope}`)) === 1

export const isFollowing = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  scope: Scope,
): Promise<boolean> =>
  (await db.get(sql`
    select 1 as found from follows
    where organization_id = ${organizationId} and agent_id = ${agentId} and scope = ${scope}`)) !== undefined

/** The threads an agent follows, the newest conversation first. */
export const followedThreads = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<ConversationId[]> =>
  (
    await db.all<{ id: ConversationId }>(sql`
      select c.id from follows f
      join conversations c on c.organization_id = f.organization_id and c.id = substr(f.scope, 8)
      where f.organization_id = ${organizationId} and f.agent_id = ${agentId} and f.scope like 'thread:%'
      order by c.last_at desc, c.id`)
  ).map((row) => row.id)

/** Whether the agent follows any conversation of the customer: whoever ever talked to them does. */
export const followsCustomer = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  customerId: CustomerId,
): Promise<boolean> =>
  (await db.get(sql`
    select 1 as found from conversations c join follows f
      on f.organization_id = c.organization_id and f.agent_id = ${agentId} and f.scope = 'thread:' || c.id
    where c.organization_id = ${organizationId} and c.customer_id = ${customerId} limit 1`)) !== undefined
