import { isReceivable, type ReceptionFacts } from '../../../domain/routing/isReceivable.ts'
import { closedNow } from '../../../domain/routing/measures.ts'
import { countsAsLoad } from '../../../domain/sessions/transition.ts'
import type { AgentId, GroupId, SessionTarget } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import type { StoredSession } from '../../db/sessions.ts'
import { hasPending, pendingForAgent } from '../../db/waitingSessions.ts'
import type { Work } from '../../engine/work.ts'
import { assignSession } from './assignSession.ts'
import { receptionFactsOf } from './presence.ts'

/**
 * Whenever an agent becomes receivable, what waits for them is given to them: by priority, then by waiting time, until
 * they are full (R-02-123); where the company wants it so also what waits for their groups while these are open (R-02-124).
 */
export const takeWaiting = async (work: Work, agentId: AgentId, known?: ReceptionFacts): Promise<void> => {
  const facts = known ?? (await receptionFactsOf(work, agentId))
  if (!facts || !isReceivable(facts)) return
  let free = facts.capacity - facts.load
  const next = async (target: SessionTarget, limit: number): Promise<StoredSession[]> =>
    pendingForAgent(work.tx, work.organizationId, target, agentId, limit)
  for (const target of await targetsOf(work, agentId)) {
    if (free <= 0) return
    if (!(await hasPending(work.tx, work.organizationId, target))) continue
    if (target.kind === 'group' && (await isClosed(work, target.groupId))) continue
    // What an agent once began takes no place (R-02-009): there may be room for more than was asked for.
    for (let waiting = await next(target, free); waiting.length > 0; waiting = await next(target, free)) {
      for (const stored of waiting) {
        const { session } = await assignWaiting(work, stored, agentId, facts)
        if (countsAsLoad(session)) free -= 1
      }
      if (free <= 0) return
    }
  }
}

/** Whether `takeWaiting` may find anybody for them: to be asked for many at once, as it changes nothing. */
export const mayTakeWaiting = async (work: Work, agentId: AgentId): Promise<boolean> => {
  const facts = await receptionFactsOf(work, agentId)
  if (!facts || !isReceivable(facts)) return false
  for (const target of await targetsOf(work, agentId)) {
    if (await hasPending(work.tx, work.organizationId, target)) return true
  }
  return false
}

/** A place of theirs became free: whoever waits for it gets it, now or when everything else of this moment is decided. */
export const givePlace = async (work: Work, agentId: AgentId): Promise<void> => {
  if (work.later) work.later.freed.add(agentId)
  else await takeWaiting(work, agentId)
}

const assignWaiting = async (
  work: Work,
  stored: StoredSession,
  agentId: AgentId,
  { capacity }: ReceptionFacts,
): Promise<StoredSession> => {
  const conversation = await findConversation(work.tx, work.organizationId, stored.session.conversationId)
  if (!conversation) throw new Error('a session waits without its conversation')
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const why = { step: 'receiver', capacity } as const
  const assigned = await assignSession(work, thread, stored, { agentId, why }, 'became-receivable')
  if (!assigned.ok) throw new Error('a waiting session could not be assigned')
  return assigned.value
}

/** Outside its hours nobody of a group receives (R-02-181); what waits is looked at again when it opens. */
const isClosed = async (work: Work, groupId: GroupId): Promise<boolean> => {
  const { organization, groups } = await work.directory()
  const closed = closedNow(organization, groups.get(groupId), work.now)
  if (closed && closed.opensAt !== null) await work.timer('group-opens', groupId, closed.opensAt)
  return closed !== null
}

const targetsOf = async (work: Work, agentId: AgentId): Promise<readonly SessionTarget[]> => {
  const { organization, agents } = await work.directory()
  const groupIds = organization.reception.autoAssignGroupPool ? (agents.get(agentId)?.groupIds ?? []) : []
  return [
    { kind: 'agent', agentId },
    ...[...groupIds].map((groupId) => ({ kind: 'group', groupId }) as const),
  ]
}
