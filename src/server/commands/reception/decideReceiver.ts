import type { Choice } from '../../../domain/routing/chooseAgent.ts'
import { isReceivable } from '../../../domain/routing/isReceivable.ts'
import { closedNow, type Closed } from '../../../domain/routing/measures.ts'
import type { AgentId, ReceptionGroup, RoutingStep, SessionTarget } from '../../../protocol/model/index.ts'
import { decideMember } from './chooseMember.ts'
import { receptionFactsOf } from './presence.ts'
import type { RoutingReads, Seeker } from './routingReads.ts'

export interface Decision {
  /** Null: nobody receives now. */
  readonly choice: Choice | null
  /** Not null: the target is outside its hours. */
  readonly closed: Closed | null
  /** How it came to that, step by step. */
  readonly steps: readonly RoutingStep[]
}

/**
 * Steps 6 to 8 of routing: the customer's owner, whoever served them lately, the policy among the receivable members of
 * the group, or the one agent. Outside its hours a group is not receivable, only the owner may receive (R-02-181); whoever is
 * asked for alone and is there all the same receives. `hours` false: the session began before they ended (R-02-182).
 */
export const decideReceiver = async (
  reads: RoutingReads,
  seeker: Seeker,
  { hours }: { readonly hours: boolean },
): Promise<Decision> => {
  const { organization, groups } = await reads.directory()
  const { target } = seeker
  const group = target.kind === 'group' ? groups.get(target.groupId) : undefined
  const closed = hours ? closedNow(organization, group, reads.now) : null
  const steps: RoutingStep[] = []
  if (closed && group) steps.push({ step: 'closed', opensAt: closed.opensAt })
  const owner =
    !closed || organization.reception.ownerIgnoresHours ? await askOwner(reads, seeker, group, steps) : null
  if (owner || (closed && group)) return { choice: owner, closed, steps }
  const choice =
    (group && (await askReturning(reads, seeker, group, steps))) ?? (await askTarget(reads, target, steps))
  if (choice || !closed) return { choice, closed: null, steps }
  steps.push({ step: 'closed', opensAt: closed.opensAt })
  return { choice, closed, steps }
}

/**
 * Step 6: whoever owns the customer receives them, member or not, where the group wants it so; an entry for one agent
 * keeps that agent unless the company decided otherwise (R-02-086).
 */
const askOwner = async (
  reads: RoutingReads,
  { ownerId }: Seeker,
  group: ReceptionGroup | undefined,
  steps: RoutingStep[],
): Promise<Choice | null> => {
  const { organization } = await reads.directory()
  const asked = group ? group.ownerFirst : organization.reception.ownerBeatsSingleReceiver
  const agentId = asked ? await ownerId() : null
  const choice = agentId && (await chooseAgentById(reads, agentId, 'owner'))
  if (asked) steps.push({ step: 'owner', agentId, receivable: choice !== null })
  return choice
}

/** Step 7: who served the customer for this group lately goes on, while still a member (R-02-087). */
const askReturning = async (
  reads: RoutingReads,
  { lastHandlerId }: Seeker,
  { id }: ReceptionGroup,
  steps: RoutingStep[],
): Promise<Choice | null> => {
  const { organization, agents } = await reads.directory()
  const { returningHours } = organization.reception
  if (returningHours === 0) return null
  const last = await lastHandlerId(reads.now - returningHours * 3_600_000)
  const agentId = last && agents.get(last)?.groupIds.has(id) ? last : null
  const choice = agentId && (await chooseAgentById(reads, agentId, 'returning'))
  steps.push({ step: 'returning', agentId, receivable: choice !== null })
  return choice
}

const askTarget = async (
  reads: RoutingReads,
  target: SessionTarget,
  steps: RoutingStep[],
): Promise<Choice | null> => {
  if (target.kind === 'agent') {
    const choice = await chooseAgentById(reads, target.agentId, 'receiver')
    steps.push({ step: 'agent', agentId: target.agentId, receivable: choice !== null })
    return choice
  }
  const { policy, candidates, choice } = await decideMember(reads, target.groupId)
  steps.push({
    step: 'policy',
    policy,
    candidates: candidates.map(({ agentId, load, capacity, lastAssignedAt }) => ({
      agentId,
      load,
      capacity,
      lastAssignedAt,
    })),
    chosen: choice?.agentId ?? null,
  })
  return choice
}

/** Like `chooseFor`, for a session that is to begin with them: outside its hours nobody of a group receives (R-02-181). */
export const chooseInHours = async (
  reads: RoutingReads,
  target: SessionTarget,
  except?: ReadonlySet<AgentId>,
): Promise<Choice | null> => {
  if (target.kind === 'group') {
    const { organization, groups } = await reads.directory()
    if (closedNow(organization, groups.get(target.groupId), reads.now)) return null
  }
  return chooseFor(reads, target, except)
}

/** Who of the target receives now; null: nobody can. Of a group's members those in `except` are left out. */
export const chooseFor = async (
  reads: RoutingReads,
  target: SessionTarget,
  except?: ReadonlySet<AgentId>,
): Promise<Choice | null> => {
  switch (target.kind) {
    case 'group':
      return (await decideMember(reads, target.groupId, except)).choice
    case 'agent':
      return chooseAgentById(reads, target.agentId, 'receiver')
  }
}

const chooseAgentById = async (
  reads: RoutingReads,
  agentId: AgentId,
  step: 'owner' | 'returning' | 'receiver',
): Promise<Choice | null> => {
  const facts = await receptionFactsOf(reads, agentId)
  return facts && isReceivable(facts)
    ? { agentId, why: { step, load: facts.load, capacity: facts.capacity } }
    : null
}
