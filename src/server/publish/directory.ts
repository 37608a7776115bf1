import type { AgentId, OrganizationId } from '../../protocol/model/index.ts'
import type { LogItem } from './logItem.ts'
import type { OutwardAgent, PublishReads } from './publishReads.ts'

/** How the agents of one organisation are called towards customers; kept in memory and moved on by the log. */
export interface Directory {
  /** Resolves when the names are known. */
  ready(): Promise<void>
  find(agentId: AgentId): OutwardAgent | undefined
  apply(item: LogItem): void
}

export const createDirectory = (organizationId: OrganizationId, reads: PublishReads): Directory => {
  const agents = new Map<AgentId, OutwardAgent>()
  /** Newer than what the first read brings. */
  const changed = new Set<AgentId>()
  let loading: Promise<void> | undefined

  const load = async (): Promise<void> => {
    for (const agent of await reads.agents(organizationId)) {
      if (!changed.has(agent.id)) agents.set(agent.id, agent)
    }
  }

  return {
    ready: () =>
      (loading ??= load().catch((error: unknown) => {
        loading = undefined
        throw error
      })),
    find: (agentId) => agents.get(agentId),
    apply: (item) => {
      if (item.event !== 'agent.changed') return
      const { agent } = item.payload() as { agent: OutwardAgent }
      changed.add(agent.id)
      agents.set(agent.id, {
        id: agent.id,
        outwardName: agent.outwardName,
        avatarFileId: agent.avatarFileId,
      })
    },
  }
}
