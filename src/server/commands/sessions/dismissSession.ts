import { ok, refuse } from '../../../base/result.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'
import { endSession } from '../reception/endSession.ts'
import { mayTake } from './mayTake.ts'

export const dismissSession: Handler<'session.dismiss'> = async (work, { agentId }, { sessionId }) => {
  const { tx, organizationId } = work
  const { agents } = await work.directory()
  const known = agents.get(agentId)
  const stored = await findSession(tx, organizationId, sessionId)
  if (!known || !stored) return refuse('not-found')
  const { session } = stored
  if (session.state === 'ended') {
    return session.endReason === 'dismissed' ? ok({ session }) : refuse('session-ended')
  }
  if (!mayTake(known, session)) return refuse('forbidden')
  if (session.state !== 'pending') {
    const agentName = session.handlerId ? (agents.get(session.handlerId)?.agent.name ?? '') : ''
    return refuse('already-taken', { agentName })
  }
  const conversation = await findConversation(tx, organizationId, session.conversationId)
  if (!conversation) return refuse('not-found')
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const ended = await endSession(work, thread, stored, 'dismissed')
  return ended.ok ? ok({ session: ended.value.session }) : refuse('session-ended')
}
