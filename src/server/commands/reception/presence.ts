import type { ReceptionFacts } from '../../../domain/routing/isReceivable.ts'
import type { AgentId } from '../../../protocol/model/index.ts'
import { presenceOf, rowToAgentPresence, type PresenceRow } from '../../db/agentPresence.ts'
import type { KnownAgent } from '../../engine/directory.ts'
import type { Work } from '../../engine/work.ts'
import type { RoutingReads } from './routingReads.ts'

/** Tells everybody how an agent stands; presence is never in the log (design section 2). `now`: where it was just read. */
export const signalPresence = async (work: Work, agentId: AgentId, now?: PresenceRow): Promise<void> => {
  const row = now ?? (await presenceOf(work.tx, work.organizationId, agentId))
  const known = (await work.directory()).agents.get(agentId)
  if (row && known) work.signal({ kind: 'presence', agents: [rowToAgentPresence(row, known.capacity)] })
}

/** What routing and accepting ask of an agent. */
export const factsOf = (known: KnownAgent, row: PresenceRow): ReceptionFacts => ({
  disabled: known.agent.disabled,
  permissions: known.permissions,
  presence: row.presence,
  online: row.online === 1,
  reception: row.reception === 1,
  load: row.load,
  capacity: known.capacity,
  deviceReceives: row.mobile_only === 0 || known.receivesOnMobile,
})

export const receptionFactsOf = async (
  work: RoutingReads,
  agentId: AgentId,
): Promise<ReceptionFacts | undefined> => {
  const known = (await work.directory()).agents.get(agentId)
  const row = await presenceOf(work.tx, work.organizationId, agentId)
  return known && row && factsOf(known, row)
}
