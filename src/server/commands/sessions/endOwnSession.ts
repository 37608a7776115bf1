import { ok, refuse } from '../../../base/result.ts'
import { lacksTopic } from '../../../domain/topics/topics.ts'
import { findConversation } from '../../db/conversations.ts'
import { customerWords } from '../../db/messages.ts'
import { findSession } from '../../db/sessions.ts'
import { topicListOf } from '../../db/topics.ts'
import type { Handler } from '../handler.ts'
import { endSession } from '../reception/endSession.ts'

export const endOwnSession: Handler<'session.end'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const stored = await findSession(tx, organizationId, args.sessionId)
  if (!stored) return refuse('not-found')
  const { session } = stored
  // Ending twice is a success without effect (R-02-163).
  if (session.state === 'ended' && session.handlerId === agentId) return ok({ session })
  if (session.handlerId !== agentId) {
    return refuse(args.version < session.version ? 'session-changed' : 'not-your-session')
  }
  if (args.version !== session.version) {
    return refuse('session-changed', { version: session.version, state: session.state })
  }
  const { lastSeq } = await customerWords(tx, organizationId, session.conversationId, stored.firstSeq)
  if (lastSeq !== null && lastSeq > args.lastSeq) return refuse('new-message', { seq: lastSeq })
  if (lacksTopic(session, await topicListOf(tx, organizationId))) return refuse('topic-required')
  const conversation = await findConversation(tx, organizationId, session.conversationId)
  if (!conversation) return refuse('not-found')
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const ended = await endSession(work, thread, stored, 'by-agent', { askRating: args.askRating })
  return ended.ok ? ok({ session: ended.value.session }) : refuse('session-changed')
}
