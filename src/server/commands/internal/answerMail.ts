/**
 * The mail to whoever left a message, once it is answered.
 *
 * Mail goes out beside the database, so the timer stays until it is known to be gone: a server that dies in between sends
 * it after its start, at worst twice.
 */
import { ok } from '../../../base/result.ts'
import type { Session, SessionId } from '../../../protocol/model/index.ts'
import { findSession } from '../../db/sessions.ts'
import { deleteTimer } from '../../db/timers.ts'
import type { Work } from '../../engine/work.ts'
import type { InternalHandler } from '../handler.ts'

const AGAIN_AFTER_MS = 5 * 60_000
const GIVE_UP_AFTER_MS = 24 * 60 * 60_000

/** The first answer to the session is being written. */
export const owesAnswerMail = async (work: Work, { id, leftMessage }: Session): Promise<void> => {
  if (leftMessage?.email) await work.timer('answer-mail', id, work.now)
}

/** Has the mail sent, and waits twice as long each time for the next attempt. */
export const askForAnswerMail = async (work: Work, sessionId: SessionId): Promise<void> => {
  const stored = await findSession(work.tx, work.organizationId, sessionId)
  const answeredAt = stored?.session.firstReplyAt ?? null
  if (answeredAt === null) return
  const sinceMs = work.now - answeredAt
  if (sinceMs > GIVE_UP_AFTER_MS) return
  await work.timer('answer-mail', sessionId, work.now + Math.max(AGAIN_AFTER_MS, sinceMs))
  work.signal({ kind: 'answer-due', sessionId })
}

export const answerMailDone: InternalHandler<'answer-mail.done'> = async (work, { sessionId }) => {
  await deleteTimer(work.tx, work.organizationId, 'answer-mail', sessionId)
  return ok({})
}
