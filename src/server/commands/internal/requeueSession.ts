import { ok } from '../../../base/result.ts'
import type { SessionId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import type { InternalHandler } from '../handler.ts'
import { routeSession } from '../reception/routeSession.ts'

export const requeue: InternalHandler<'session.requeue'> = async (work, { sessionId }) => {
  await requeueSession(work, sessionId)
  return ok({})
}

/** Looks for a receiver again: nobody yet, waiting, or with a handler who is away (R-02-150). */
export const requeueSession = async (work: Work, sessionId: SessionId): Promise<void> => {
  const { tx, organizationId } = work
  const stored = await findSession(tx, organizationId, sessionId)
  if (!stored || stored.session.state === 'ended') return
  const conversation = await findConversation(tx, organizationId, stored.session.conversationId)
  if (!conversation) return
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  await routeSession(work, thread, stored, stored.session.handlerId ? 'handler-away' : 'routed')
}
