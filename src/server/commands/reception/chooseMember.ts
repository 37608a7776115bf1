import { chooseAgent, type Candidate, type Choice } from '../../../domain/routing/chooseAgent.ts'
import { isReceivable } from '../../../domain/routing/isReceivable.ts'
import type { AgentId, GroupId, RoutingPolicy } from '../../../protocol/model/index.ts'
import { presentMembers } from '../../db/agentPresence.ts'
import { factsOf } from './presence.ts'
import type { RoutingReads } from './routingReads.ts'

export interface MemberDecision {
  readonly policy: RoutingPolicy
  readonly candidates: readonly Candidate[]
  readonly choice: Choice | null
}

/** Step 8: one of a group's receivable members by the policy (R-02-088); those in `except` are left out. */
export const decideMember = async (
  reads: RoutingReads,
  groupId: GroupId,
  except: ReadonlySet<AgentId> = NOBODY,
): Promise<MemberDecision> => {
  const directory = await reads.directory()
  const rows = await (reads.present?.(groupId) ?? presentMembers(reads.tx, reads.organizationId, groupId))
  const candidates = rows.flatMap((row) => {
    const known = directory.agents.get(row.agent_id)
    return known && !except.has(row.agent_id) && isReceivable(factsOf(known, row))
      ? [
          {
            agentId: row.agent_id,
            number: known.agent.number,
            load: row.load,
            capacity: known.capacity,
            lastAssignedAt: row.last_assigned_at,
          },
        ]
      : []
  })
  const policy = directory.groups.get(groupId)?.policy ?? directory.organization.policy
  return { policy, candidates, choice: chooseAgent(candidates, policy) }
}

const NOBODY: ReadonlySet<AgentId> = new Set()
