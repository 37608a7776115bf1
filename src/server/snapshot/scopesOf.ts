import { permissionsOf } from '../../domain/permissions/permissionsOf.ts'
import type { AgentId, Me, OrganizationId, Permission, Scope } from '../../protocol/model/index.ts'
import { findAgent } from '../db/agents.ts'
import { followedThreads } from '../db/follows.ts'
import type { ReadDb } from '../db/port.ts'
import { groupIdsOf } from '../db/receptionGroups.ts'
import { rolesOf } from '../db/roles.ts'

/** Who the agent is and what they may do now; undefined: no such agent, or disabled. */
export const meOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<Me | undefined> => {
  const agent = await findAgent(db, organizationId, agentId)
  if (!agent || agent.disabled) return undefined
  const roles = new Map((await rolesOf(db, organizationId)).map((role) => [role.id as string, role]))
  return {
    organizationId,
    agentId,
    permissions: [...permissionsOf(agent, roles)],
    groupIds: await groupIdsOf(db, organizationId, agentId),
  }
}

/** What an agent sees: the organisation, their own, their part of the pool, then threads, the newest first. */
export const scopesOf = async (db: ReadDb, me: Me): Promise<Scope[]> => [
  'org',
  `agent:${me.agentId}`,
  ...poolScopesOf(me),
  ...(await followedThreads(db, me.organizationId, me.agentId)).map((id): Scope => `thread:${id}`),
]

/** All of the pool with the permission, else the own entries and those of the own groups (R-02-112). */
export const poolScopesOf = ({ permissions, groupIds, agentId }: Me): Scope[] =>
  permissions.includes(SEES_WHOLE_POOL)
    ? ['pool:*']
    : [`pool:agent:${agentId}`, ...groupIds.map((groupId): Scope => `pool:group:${groupId}`)]

const SEES_WHOLE_POOL: Permission = 'customer.config'
