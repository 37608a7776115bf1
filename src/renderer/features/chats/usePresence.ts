import type { AgentId, Presence } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'

/** How colleagues stand now; who is not told of is not there. */
export const usePresence = (): ((agentId: AgentId) => Presence) => {
  const all = useQuery('presence.all', {}) ?? []
  const byAgent = new Map(all.map(({ agentId, presence }) => [agentId, presence]))
  return (agentId) => byAgent.get(agentId) ?? 'offline'
}
