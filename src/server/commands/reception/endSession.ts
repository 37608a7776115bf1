import { ok, type Result } from '../../../base/result.ts'
import { measureOf } from '../../../domain/sessions/measure.ts'
import type { TransitionCode } from '../../../domain/sessions/transition.ts'
import type { EndReason, SessionMeasure } from '../../../protocol/model/index.ts'
import { sessionWords } from '../../db/messages.ts'
import { findOffer } from '../../db/offers.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { closeOffer } from '../faces/makeOffer.ts'
import { changeSession } from './changeSession.ts'
import { surveyAtEnd } from './sendSurvey.ts'
import { givePlace } from './takeWaiting.ts'
import { appendLine, carryReader, type Thread } from './thread.ts'

export interface Ending {
  /** What stands in the line beside the reason. */
  readonly marks?: Readonly<Record<string, string>>
  /** The customer is asked how it was although that is left to agents. */
  readonly askRating?: boolean | undefined
}

/** Ends a session for good; the place it leaves goes to whoever waits for its handler. */
export const endSession = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  reason: EndReason,
  { marks = {}, askRating = false }: Ending = {},
): Promise<Result<StoredSession, TransitionCode>> => {
  const { handlerId, id } = stored.session
  const offer =
    stored.session.offer && (await findOffer(work.tx, work.organizationId, stored.session.offer.id))
  if (offer) await closeOffer(work, thread, offer, 'cancelled')
  const changed = await changeSession(
    work,
    stored,
    { kind: 'end', reason, measure: await measured(work, stored) },
    'ended',
  )
  if (!changed.ok) return changed
  const lastSeq = thread.lastSeq
  if (reason === 'abandoned') await appendLine(work, thread, id, 'left-queue')
  else await appendLine(work, thread, id, 'session-ended', { reason, ...marks })
  // Who is blocked is not asked how it was, and who goes on with a colleague is asked by them.
  const ended =
    reason === 'blocked' || reason === 'transferred'
      ? changed.value
      : await surveyAtEnd(work, thread, changed.value, askRating)
  if (handlerId) {
    await carryReader(work, handlerId, thread, lastSeq)
    await givePlace(work, handlerId)
  }
  return ok(ended)
}

/** Nothing is measured of what nobody received. */
const measured = async (
  { tx, organizationId }: Work,
  { session, firstSeq }: StoredSession,
): Promise<SessionMeasure | undefined> =>
  session.handlerId === null
    ? undefined
    : measureOf(await sessionWords(tx, organizationId, session.conversationId, firstSeq))
