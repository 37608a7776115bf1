import { ASK_BEFORE_END_MS, idleEndOf } from '../../../domain/sessions/idleEnd.ts'
import type { SessionId } from '../../../protocol/model/index.ts'
import type { Work } from '../../engine/work.ts'
import { appendText } from '../reception/appendText.ts'
import { idleEndMs } from '../reception/changeSession.ts'
import { endSession } from '../reception/endSession.ts'
import { openTalks, sideBySide, decideTogether, type OpenTalk } from '../reception/sideBySide.ts'
import { carryReader } from '../reception/thread.ts'

/**
 * Ends the sessions in which nobody writes any more, and asks the customer shortly before (R-02-154, R-02-159).
 *
 * The timer is set once when the session begins; when it fires the end is worked out anew from the last words.
 */
export const endQuietSessions = async (work: Work, sessionIds: readonly SessionId[]): Promise<void> => {
  const talks = await openTalks(work, sessionIds)
  const idleMs = await idleEndMs(work)
  await decideTogether(work, async (deciding) => {
    await sideBySide(talks, async (talk) => endIfQuiet(deciding, talk, idleMs))
  })
}

const endIfQuiet = async (work: Work, { stored, conversation }: OpenTalk, idleMs: number): Promise<void> => {
  const { now } = work
  const { session } = stored
  const { id: sessionId } = session
  const words = { agentAt: conversation.last_agent_at, customerAt: conversation.last_customer_at }
  const end = idleEndOf(session, words, idleMs)
  if (!end) return
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  if (end.at <= now) {
    await endSession(work, thread, stored, 'timeout', {
      marks: end.unanswered ? { unanswered: 'yes' } : {},
    })
    return
  }
  const askAt = end.unanswered ? end.at : end.at - ASK_BEFORE_END_MS
  if (askAt > now) {
    // An answer may come in between, and the end after it is nearer than that of a question.
    await work.timer('session-idle', sessionId, Math.min(askAt, now + idleMs - ASK_BEFORE_END_MS))
    return
  }
  const hadRead = thread.lastSeq
  await appendText(work, thread, { channel: session.channel, sessionId }, 'still-there')
  if (session.handlerId) await carryReader(work, session.handlerId, thread, hadRead)
  await work.timer('session-idle', sessionId, end.at)
}
