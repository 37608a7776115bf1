import { sql } from '../../base/sql.ts'
import type { AgentId, OrganizationId, Permission, RoleId } from '../../protocol/model/index.ts'
import type { ReadDb } from './port.ts'
import { rolesOf } from './roles.ts'

/** An account as signing in and connecting see it, with what its roles allow now. */
export interface AgentAccount {
  readonly organizationId: OrganizationId
  readonly organizationName: string
  readonly agentId: AgentId
  readonly account: string
  readonly name: string
  readonly superAdmin: boolean
  readonly disabled: boolean
  readonly permissions: readonly Permission[]
}

interface AgentAccountRow {
  readonly organization_name: string
  readonly account: string
  readonly name: string
  readonly super_admin: number
  readonly disabled: number
  readonly role_ids: string
}

export const findAgentAccount = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<AgentAccount | undefined> => {
  const row = await db.get<AgentAccountRow>(sql`
    select o.name as organization_name, a.account, a.name, a.super_admin, a.disabled, a.role_ids
    from agents a join organizations o on o.organization_id = a.organization_id
    where a.organization_id = ${organizationId} and a.id = ${agentId}`)
  if (!row) return undefined
  const roleIds = new Set(JSON.parse(row.role_ids) as RoleId[])
  const roles = await rolesOf(db, organizationId)
  return {
    organizationId,
    organizationName: row.organization_name,
    agentId,
    account: row.account,
    name: row.name,
    superAdmin: row.super_admin === 1,
    disabled: row.disabled === 1,
    permissions: [
      ...new Set(roles.filter((role) => roleIds.has(role.id)).flatMap((role) => role.permissions)),
    ],
  }
}
