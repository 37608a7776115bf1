import { sql, type Sql } from '../../base/sql.ts'
import type {
  AgentId,
  OrganizationId,
  SessionId,
  TransferRequest,
  TransferRequestId,
} from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface TransferRequestRow {
  readonly id: TransferRequestId
  readonly session_id: SessionId
  readonly conversation_id: TransferRequest['conversationId']
  readonly customer_name: string
  readonly customer_number: number
  readonly from_agent_id: AgentId
  readonly to_agent_id: AgentId
  readonly state: TransferRequest['state']
  readonly at: number
}

export const insertTransferRequest = async (
  db: WriteDb,
  organizationId: OrganizationId,
  request: TransferRequest,
): Promise<void> => {
  await db.run(sql`
    insert into transfer_requests (organization_id, id, session_id, conversation_id, customer_name, customer_number,
      from_agent_id, to_agent_id, state, at)
    values (${organizationId}, ${request.id}, ${request.sessionId}, ${request.conversationId},
      ${request.customerName}, ${request.customerNumber}, ${request.fromAgentId}, ${request.toAgentId},
      ${request.state}, ${request.at})`)
}

export const findTransferRequest = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: TransferRequestId,
): Promise<TransferRequest | undefined> => (await requestsWhere(db, organizationId, sql`id = ${id}`))[0]

/** What is asked of the holders of these sessions, and what they have declined. */
export const transferRequestsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  sessionIds: readonly SessionId[],
): Promise<TransferRequest[]> => requestsWhere(db, organizationId, sql`session_id in (${anyOf(sessionIds)})`)

/** What concerns an agent: asked of them, or by them. */
export const transferRequestsFor = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<TransferRequest[]> =>
  requestsWhere(
    db,
    organizationId,
    sql`(from_agent_id = ${agentId} or (to_agent_id = ${agentId} and state = 'open'))`,
  )

export const declineTransferRequest = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: TransferRequestId,
): Promise<void> => {
  await db.run(sql`
    update transfer_requests set state = 'declined' where organization_id = ${organizationId} and id = ${id}`)
}

export const deleteTransferRequest = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: TransferRequestId,
): Promise<void> => {
  await db.run(sql`delete from transfer_requests where organization_id = ${organizationId} and id = ${id}`)
}

const requestsWhere = async (
  db: ReadDb,
  organizationId: OrganizationId,
  condition: Sql,
): Promise<TransferRequest[]> =>
  (
    await db.all<TransferRequestRow>(sql`
      select id, session_id, conversation_id, customer_name, customer_number, from_agent_id, to_agent_id, state, at
      from transfer_requests where organization_id = ${organizationId} and ${condition} order by at, id`)
  ).map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    conversationId: row.conversation_id,
    customerName: row.customer_name,
    customerNumber: row.customer_number,
    fromAgentId: row.from_agent_id,
    toAgentId: row.to_agent_id,
    state: row.state,
    at: row.at,
  }))
