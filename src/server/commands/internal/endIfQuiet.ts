import { ASK_BEFORE_END_MS, idleEndOf } from '../../../domain/sessions/idleEnd.ts'
import type { SessionId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { idleEndMs } from '../reception/changeSession.ts'
import { endSession } from '../reception/endSession.ts'
import { appendLine, carryReader } from '../reception/thread.ts'

/**
 * Ends a session in which nobody writes any more, and asks the customer shortly before (R-02-154, R-02-159).
 *
 * The timer is set once when the session begins; when it fires the end is worked out anew from the last words.
 */
export const endIfQuiet = async (work: Work, sessionId: SessionId): Promise<void> => {
  const { tx, organizationId, now } = work
  const stored = await findSession(tx, organizationId, sessionId)
  if (!stored) return
  const { session } = stored
  const conversation = await findConversation(tx, organizationId, session.conversationId)
  if (!conversation) return
  const idleMs = await idleEndMs(work)
  const words = { agentAt: conversation.last_agent_at, customerAt: conversation.last_customer_at }
  const end = idleEndOf(session, words, idleMs)
  if (!end) return
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  if (end.at <= now) {
    await endSession(work, thread, stored, 'timeout', end.unanswered ? { unanswered: 'yes' } : {})
    return
  }
  const askAt = end.unanswered ? end.at : end.at - ASK_BEFORE_END_MS
  if (askAt > now) {
    // An answer may come in between, and the end after it is nearer than that of a question.
    await work.timer('session-idle', sessionId, Math.min(askAt, now + idleMs - ASK_BEFORE_END_MS))
    return
  }
  const hadRead = thread.lastSeq
  await appendLine(work, thread, sessionId, 'still-there')
  if (session.handlerId) await carryReader(work, session.handlerId, thread, hadRead)
  await work.timer('session-idle', sessionId, end.at)
}
