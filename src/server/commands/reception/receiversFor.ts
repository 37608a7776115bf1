import type { CustomerId, SessionTarget } from '../../../protocol/model/index.ts'
import { blockersOf } from '../../db/blockEntries.ts'
import type { KnownAgent } from '../../engine/directory.ts'
import type { Work } from '../../engine/work.ts'
import { isReceiverIn } from '../sessions/transferTarget.ts'

/**
 * The same work for one customer: whoever blocked them is to them as if disabled, so that no step of routing, no measure and
 * no transfer finds them (R-02-300).
 */
export const receiversFor = async (work: Work, customerId: CustomerId): Promise<Work> => {
  const blockers = await blockersOf(work.tx, work.organizationId, customerId)
  if (blockers.length === 0) return work
  return {
    ...work,
    directory: async () => {
      const directory = await work.directory()
      const agents = new Map(directory.agents)
      for (const agentId of blockers) {
        const known = agents.get(agentId)
        if (known) agents.set(agentId, asDisabled(known))
      }
      return { ...directory, agents }
    },
  }
}

const asDisabled = (known: KnownAgent): KnownAgent => ({
  ...known,
  agent: { ...known.agent, disabled: true },
})

/**
 * Whom a session is meant for from now on: where its one agent can no longer receive, the first of their groups, else the
 * main one. Nobody waits for somebody who does not come (R-01-067).
 */
export const standIn = async (work: Work, target: SessionTarget): Promise<SessionTarget> => {
  const directory = await work.directory()
  if (isReceiverIn(directory, target)) return target
  const groups = [...directory.groups.values()]
  const theirs =
    target.kind === 'agent' ? groups.find(({ memberIds }) => memberIds.includes(target.agentId)) : undefined
  const group = theirs ?? groups.find(({ main }) => main)
  if (!group) throw new Error('the organisation has no main group')
  return { kind: 'group', groupId: group.id }
}
