import { sql } from '../../base/sql.ts'
import type { AgentId, OrganizationId } from '../../protocol/model/index.ts'
import type { WriteDb } from './port.ts'

export interface TicketHolder {
  readonly organizationId: OrganizationId
  readonly agentId: AgentId
}

export const insertSignInTicket = async (
  db: WriteDb,
  ticket: TicketHolder & { readonly ticketHash: string; readonly at: number; readonly expiresAt: number },
): Promise<void> => {
  await db.run(sql`delete from sign_in_tickets where expires_at < ${ticket.at}`)
  await db.run(sql`
    insert into sign_in_tickets (organization_id, ticket_hash, agent_id, created_at, expires_at)
    values (${ticket.organizationId}, ${ticket.ticketHash}, ${ticket.agentId}, ${ticket.at}, ${ticket.expiresAt})`)
}

/** Whom the ticket belongs to, once: of two that use it at the same time one gets nothing. */
export const useSignInTicket = async (
  db: WriteDb,
  ticketHash: string,
  at: number,
): Promise<TicketHolder | undefined> => {
  const row = await db.get<{ organization_id: OrganizationId; agent_id: AgentId }>(sql`
    update sign_in_tickets set used_at = ${at}
    where ticket_hash = ${ticketHash} and used_at is null and expires_at > ${at}
    returning organization_id, agent_id`)
  return row && { organizationId: row.organization_id, agentId: row.agent_id }
}
