import type { AgentPresence, OrganizationId } from '../../protocol/model/index.ts'
import { presencesOf, rowToAgentPresence } from '../db/agentPresence.ts'
import { agentsOf } from '../db/agents.ts'
import { findOrganization } from '../db/organizations.ts'
import type { ReadDb } from '../db/port.ts'

/** How everybody stands now, as each sees themselves. */
export const agentPresences = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<AgentPresence[]> => {
  const organization = await findOrganization(db, organizationId)
  if (!organization) return []
  const agents = new Map((await agentsOf(db, organizationId)).map((agent) => [agent.id, agent]))
  return (await presencesOf(db, organizationId)).flatMap((row) => {
    const agent = agents.get(row.agent_id)
    return agent ? [rowToAgentPresence(row, agent.capacity ?? organization.capacity)] : []
  })
}
