import { ok, refuse } from '../../../base/result.ts'
import { isPresent } from '../../../domain/routing/isReceivable.ts'
import { isBlockedBy } from '../../db/blockEntries.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'
import { assignSession } from '../reception/assignSession.ts'
import { receptionFactsOf } from '../reception/presence.ts'
import { mayTake } from './mayTake.ts'

export const acceptSession: Handler<'session.accept'> = async (work, { agentId }, { sessionId }) => {
  const { tx, organizationId } = work
  const directory = await work.directory()
  const known = directory.agents.get(agentId)
  const stored = await findSession(tx, organizationId, sessionId)
  if (!known || !stored) return refuse('not-found')
  const { session } = stored
  if (session.state === 'ended') return refuse('session-ended')
  if (session.handlerId === agentId) return ok({ session })
  if (!mayTake(known, session)) return refuse('forbidden')
  if (session.handlerId !== null) {
    const agentName = directory.agents.get(session.handlerId)?.agent.name ?? ''
    return refuse('already-taken', { agentName })
  }
  // Whoever blocked this customer meets them in no way (R-02-300).
  if (await isBlockedBy(tx, organizationId, session.customerId, agentId)) return refuse('blocked-by-you')
  const facts = await receptionFactsOf(work, agentId)
  if (!facts || !isPresent(facts)) return refuse('not-online')
  const { load, capacity } = facts
  const { acceptOverCapacity } = directory.organization.reception
  if (load >= capacity && !acceptOverCapacity) return refuse('over-capacity', { load, capacity })
  const conversation = await findConversation(tx, organizationId, session.conversationId)
  if (!conversation) return refuse('not-found')
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const why = { step: 'accepted', load, capacity } as const
  const assigned = await assignSession(work, thread, stored, { agentId, why }, 'accepted')
  return assigned.ok ? ok({ session: assigned.value.session }) : refuse('session-ended')
}
