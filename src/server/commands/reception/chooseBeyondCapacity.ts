import type { Choice } from '../../../domain/routing/chooseAgent.ts'
import { isReceivable } from '../../../domain/routing/isReceivable.ts'
import type { AgentId, SessionTarget } from '../../../protocol/model/index.ts'
import { presencesOfAgents } from '../../db/agentPresence.ts'
import type { Work } from '../../engine/work.ts'
import { chooseFor } from './decideReceiver.ts'
import { factsOf } from './presence.ts'

/**
 * Who of the target takes a session that a supervisor moves away from `handlerId`: as routing would choose, and where all
 * who are there are full the least loaded of them (R-02-222).
 */
export const chooseBeyondCapacity = async (
  work: Work,
  target: SessionTarget,
  handlerId: AgentId,
): Promise<Choice | null> => {
  const chosen = await chooseFor(work, target, new Set([handlerId]))
  if (chosen) return chosen
  const { agents, groups } = await work.directory()
  const agentIds = target.kind === 'agent' ? [target.agentId] : (groups.get(target.groupId)?.memberIds ?? [])
  const rows = await presencesOfAgents(work.tx, work.organizationId, agentIds)
  const [least] = rows
    .flatMap((row) => {
      const known = agents.get(row.agent_id)
      return known && row.agent_id !== handlerId && isReceivable({ ...factsOf(known, row), load: 0 })
        ? [{ row, capacity: known.capacity }]
        : []
    })
    .toSorted((a, b) => a.row.load - b.row.load || a.row.last_assigned_at - b.row.last_assigned_at)
  return least
    ? {
        agentId: least.row.agent_id,
        why: { step: 'forced', load: least.row.load, capacity: least.capacity },
      }
    : null
}
