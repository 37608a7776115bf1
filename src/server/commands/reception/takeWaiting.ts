import { isReceivable, type ReceptionFacts } from '../../../domain/routing/isReceivable.ts'
import type { AgentId, SessionTarget } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { hasPending, pendingOf } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { assignSession } from './assignSession.ts'
import { receptionFactsOf } from './presence.ts'

/**
 * Whenever an agent becomes receivable, what waits for them is given to them: by priority, then by waiting time, until
 * they are full (R-02-123); where the company wants it so also what waits for their groups (R-02-124).
 */
export const takeWaiting = async (work: Work, agentId: AgentId, known?: ReceptionFacts): Promise<void> => {
  const facts = known ?? (await receptionFactsOf(work, agentId))
  if (!facts || !isReceivable(facts)) return
  let free = facts.capacity - facts.load
  for (const target of await targetsOf(work, agentId)) {
    if (free <= 0) return
    if (!(await hasPending(work.tx, work.organizationId, target))) continue
    const waiting = await pendingOf(work.tx, work.organizationId, target, free)
    for (const stored of waiting) {
      const conversation = await findConversation(work.tx, work.organizationId, stored.session.conversationId)
      if (!conversation) continue
      const thread = { id: conversation.id, lastSeq: conversation.last_seq }
      const why = { step: 'receiver', capacity: facts.capacity } as const
      await assignSession(work, thread, stored, { agentId, why }, 'became-receivable')
      free -= 1
    }
  }
}

const targetsOf = async (work: Work, agentId: AgentId): Promise<readonly SessionTarget[]> => {
  const { organization, agents } = await work.directory()
  const groupIds = organization.reception.autoAssignGroupPool ? (agents.get(agentId)?.groupIds ?? []) : []
  return [
    { kind: 'agent', agentId },
    ...[...groupIds].map((groupId) => ({ kind: 'group', groupId }) as const),
  ]
}
