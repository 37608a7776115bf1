import type { Choice } from '../../../domain/routing/chooseAgent.ts'
import { isPresent } from '../../../domain/routing/isReceivable.ts'
import type { Session } from '../../../protocol/model/index.ts'
import { presencesOfAgents } from '../../db/agentPresence.ts'
import type { Work } from '../../engine/work.ts'

/**
 * What is done when nobody can receive, before the customer has to wait (R-02-100, R-02-101): an emergency agent, and
 * without a pool anybody of the group.
 */
export const chooseInNeed = async (work: Work, session: Session): Promise<Choice | null> => {
  // Whoever waits already waits on: what is meant for emergencies is decided when somebody comes.
  if (session.state === 'pending') return null
  const { pool } = (await work.directory()).organization.reception
  return (await chooseEmergencyAgent(work)) ?? (pool ? null : chooseAnyMember(work, session))
}

/** The least loaded of those who are online; their switch and their capacity do not count (R-02-102). */
const chooseEmergencyAgent = async (work: Work): Promise<Choice | null> => {
  const { organization, agents } = await work.directory()
  const rows = await presencesOfAgents(work.tx, work.organizationId, organization.reception.emergencyAgentIds)
  const [least] = rows
    .filter((row) => isPresent({ online: row.online === 1, presence: row.presence }))
    .filter((row) => agents.get(row.agent_id)?.agent.disabled === false)
    .toSorted((a, b) => a.load - b.load || a.last_assigned_at - b.last_assigned_at)
  return least ? { agentId: least.agent_id, why: { step: 'emergency', load: least.load } } : null
}

/** Any member whose account is in use, those who are signed in first (R-02-103). */
const chooseAnyMember = async (work: Work, { id, target }: Session): Promise<Choice | null> => {
  const { agents, groups } = await work.directory()
  const memberIds = target.kind === 'agent' ? [target.agentId] : (groups.get(target.groupId)?.memberIds ?? [])
  const able = memberIds.filter((agentId) => agents.get(agentId)?.agent.disabled === false)
  const rows = await presencesOfAgents(work.tx, work.organizationId, able)
  const there = rows.filter(({ online }) => online === 1)
  const choices = there.length > 0 ? there : rows
  // As good as drawn by lot, and the same whenever the batch is decided again.
  const chosen = choices[lotOf(id) % Math.max(1, choices.length)]
  return chosen ? { agentId: chosen.agent_id, why: { step: 'random-member', load: chosen.load } } : null
}

const lotOf = (text: string): number => {
  let lot = 0
  for (const character of text) lot = (lot * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return lot
}
