import { isReceivable } from '../../../domain/routing/isReceivable.ts'
import type { AgentId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { pendingOf } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { assignSession } from './assignSession.ts'
import { receptionFactsOf } from './presence.ts'

/**
 * Whenever an agent becomes receivable, what waits for them is given to them: by priority, then by waiting time, until
 * they are full (R-02-123).
 */
export const takeWaiting = async (work: Work, agentId: AgentId): Promise<void> => {
  const facts = await receptionFactsOf(work, agentId)
  if (!facts || !isReceivable(facts)) return
  const waiting = await pendingOf(
    work.tx,
    work.organizationId,
    { kind: 'agent', agentId },
    facts.capacity - facts.load,
  )
  for (const stored of waiting) {
    const conversation = await findConversation(work.tx, work.organizationId, stored.session.conversationId)
    if (!conversation) continue
    const thread = { id: conversation.id, lastSeq: conversation.last_seq }
    const why = { step: 'receiver', capacity: facts.capacity } as const
    await assignSession(work, thread, stored, { agentId, why }, 'became-receivable')
  }
}
