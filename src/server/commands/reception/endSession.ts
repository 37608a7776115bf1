import { ok, type Result } from '../../../base/result.ts'
import type { TransitionCode } from '../../../domain/sessions/transition.ts'
import type { EndReason } from '../../../protocol/model/index.ts'
import { findOffer } from '../../db/offers.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { closeOffer } from '../faces/makeOffer.ts'
import { changeSession } from './changeSession.ts'
import { surveyAtEnd } from './sendSurvey.ts'
import { takeWaiting } from './takeWaiting.ts'
import { appendLine, carryReader, type Thread } from './thread.ts'

/** Ends a session for good; the place it leaves goes to whoever waits for its handler. `marks` stand in the line. */
export const endSession = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  reason: EndReason,
  marks: Readonly<Record<string, string>> = {},
): Promise<Result<StoredSession, TransitionCode>> => {
  const { handlerId, id } = stored.session
  const offer =
    stored.session.offer && (await findOffer(work.tx, work.organizationId, stored.session.offer.id))
  if (offer) await closeOffer(work, thread, offer, 'cancelled')
  const changed = await changeSession(work, stored, { kind: 'end', reason }, 'ended')
  if (!changed.ok) return changed
  const lastSeq = thread.lastSeq
  if (reason === 'abandoned') await appendLine(work, thread, id, 'left-queue')
  else await appendLine(work, thread, id, 'session-ended', { reason, ...marks })
  // Who is blocked is not asked how it was, and who goes on with a colleague is asked by them.
  const ended =
    reason === 'blocked' || reason === 'transferred'
      ? changed.value
      : await surveyAtEnd(work, thread, changed.value)
  if (handlerId) {
    await carryReader(work, handlerId, thread, lastSeq)
    await takeWaiting(work, handlerId)
  }
  return ok(ended)
}
