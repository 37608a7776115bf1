import { assertNever } from '../../../base/assertNever.ts'
import { ok, type Result } from '../../../base/result.ts'
import { ASK_BEFORE_END_MS } from '../../../domain/sessions/idleEnd.ts'
import {
  countsAsLoad,
  EVENT_OF,
  transition,
  type SessionEvent,
  type TransitionCode,
} from '../../../domain/sessions/transition.ts'
import type { EventPayload } from '../../../protocol/events/index.ts'
import type { Scope, Session, SessionId, SessionTarget } from '../../../protocol/model/index.ts'
import { releaseLoad, resumeLoad, takeLoad } from '../../db/agentPresence.ts'
import { markResting } from '../../db/conversations.ts'
import { findPoolEntry } from '../../db/poolEntries.ts'
import { insertJournalEntry } from '../../db/sessionJournal.ts'
import { targetIdOf } from '../../db/sessionRows.ts'
import { saveSession, type StoredSession } from '../../db/sessions.ts'
import { deleteTimers } from '../../db/timers.ts'
import type { Work } from '../../engine/work.ts'
import { dropRequestsOf } from '../transferRequests/dropRequests.ts'
import { signalPresence } from './presence.ts'
import { expectAnswer } from './timeoutTransfer.ts'

/** Why a session changed, as the journal keeps it. */
export type Cause =
  | 'routed'
  /** A bot handed over. */
  | 'bot'
  | 'accepted'
  | 'transferred'
  | 'forced'
  | 'retargeted'
  | 'timeout'
  | 'became-receivable'
  | 'handler-away'
  | 'agent-started'
  | 'reopened'
  | 'first-reply'
  | 'rested'
  | 'woken'
  | 'ended'

/**
 * The only way a session changes: state machine, row, journal, load, pool, timers and events together, so that none of
 * them can be forgotten by a command. `note`: what its author wrote to those who go on with it.
 */
export const changeSession = async (
  work: Work,
  stored: StoredSession,
  event: SessionEvent,
  cause: Cause,
  note = '',
): Promise<Result<StoredSession, TransitionCode>> => {
  const before = stored.session
  const next = transition(before, event, work.now)
  if (!next.ok) return next
  const after = next.value
  await saveSession(work.tx, work.organizationId, after)
  await insertJournalEntry(work.tx, work.organizationId, {
    sessionId: after.id,
    version: after.version,
    at: work.now,
    actor: work.actor,
    cause,
    from: before.state,
    to: after.state,
    fromHandlerId: before.handlerId,
    toHandlerId: after.handlerId,
    topicId: after.topicId,
    why: after.why,
    ...(note && { note }),
  })
  work.publish(`thread:${after.conversationId}`, EVENT_OF[event.kind], { session: after })
  await moveLoad(work, before, after)
  await moveInPool(work, before, after, cause)
  await stopWatching(work, before, after)
  await watchIdle(work, before, after)
  await moveRest(work, before, after)
  await watchUnanswered(work, before, after)
  work.signal({ kind: 'customer-state', conversationId: after.conversationId })
  return ok({ ...stored, session: after })
}

const stopWatching = async (work: Work, before: Session, after: Session): Promise<void> => {
  const { later } = work
  const isUnhandled = isHandled(before) && !isHandled(after)
  const hasLeft =
    before.handlerId !== null && (after.handlerId !== before.handlerId || after.state === 'ended')
  if (later) {
    if (isUnhandled) later.unhandled.add(after.id)
    if (hasLeft) later.left.add(after.id)
    return
  }
  if (isUnhandled) await dropTimersOf(work, [after.id])
  if (hasLeft) await dropRequestsOf(work, [after.id])
}

/** Nothing is waited for in them: nobody has them any more. */
export const dropTimersOf = async (
  { tx, organizationId }: Work,
  sessionIds: readonly SessionId[],
): Promise<void> => deleteTimers(tx, organizationId, HANDLED_TIMERS, sessionIds)

/** What is waited for while somebody has the session. */
const HANDLED_TIMERS = ['session-idle', 'session-unanswered', 'session-rest'] as const

/** The part of the pool in which a target's sessions are seen. */
export const poolScope = (target: SessionTarget): Scope => {
  switch (target.kind) {
    case 'group':
      return `pool:group:${target.groupId}`
    case 'agent':
      return `pool:agent:${target.agentId}`
    default:
      return assertNever(target)
  }
}

/** Tells whoever sees the pool how a waiting session looks now. */
export const publishPoolEntry = async (
  work: Work,
  session: Session,
  event: 'pool.entered' | 'pool.changed',
): Promise<void> => {
  const entry = await findPoolEntry(work.tx, work.organizationId, session.id)
  if (entry) work.publish(poolScope(session.target), event, { entry })
}

const moveLoad = async (work: Work, before: Session, after: Session): Promise<void> => {
  const from = countsAsLoad(before) ? before.handlerId : null
  const to = countsAsLoad(after) ? after.handlerId : null
  if (from === to) return
  if (from) {
    await signalPresence(work, from, await releaseLoad(work.tx, work.organizationId, from))
  }
  if (to) {
    // What counts again was not given to them now.
    const counted = before.resting && before.handlerId === to ? resumeLoad : takeLoad
    await signalPresence(work, to, await counted(work.tx, work.organizationId, to, work.now))
  }
}

const moveInPool = async (work: Work, before: Session, after: Session, cause: Cause): Promise<void> => {
  if (before.state === 'pending' && after.state !== 'pending') {
    work.publish(poolScope(before.target), 'pool.left', {
      sessionId: after.id,
      cause: leavingCause(after, cause),
      agentId: after.handlerId,
    })
  } else if (before.state === 'pending' && targetIdOf(before.target) !== targetIdOf(after.target)) {
    // Whoever sees the one part of the pool need not see the other.
    work.publish(poolScope(before.target), 'pool.left', {
      sessionId: after.id,
      cause: 'moved',
      agentId: null,
    })
    await publishPoolEntry(work, after, 'pool.entered')
  } else if (after.state === 'pending') {
    await publishPoolEntry(work, after, before.state === 'pending' ? 'pool.changed' : 'pool.entered')
  }
  const queues = new Set<string>()
  if (before.state === 'pending') queues.add(targetIdOf(before.target))
  if (after.state === 'pending') queues.add(targetIdOf(after.target))
  for (const target of queues) work.signal({ kind: 'queue-moved', target })
}

const leavingCause = (after: Session, cause: Cause): EventPayload<'pool.left'>['cause'] => {
  if (after.state !== 'ended') return cause === 'accepted' ? 'accepted' : 'assigned'
  return after.endReason === 'dismissed' ? 'dismissed' : 'abandoned'
}

/**
 * Looks at least as often as the setting says whether the session has gone quiet.
 *
 * The time is worked out when the timer fires, so that no delivery has to move a timer: the end after an answer is
 * never nearer than the next look.
 */
const watchIdle = async (work: Work, before: Session, after: Session): Promise<void> => {
  if (isHandled(before) || !isHandled(after)) return
  await work.timer('session-idle', after.id, work.now + (await idleEndMs(work)) - ASK_BEFORE_END_MS)
}

/** A message looks at the conversation alone, so that it knows whether its session rests. */
const moveRest = async (work: Work, before: Session, after: Session): Promise<void> => {
  if (before.resting !== after.resting)
    await markResting(work.tx, work.organizationId, after.conversationId, after.resting === true)
  if (isHandled(after) && (!isHandled(before) || (before.resting && !after.resting)))
    await watchRest(work, after)
}

/** From when somebody has a session, or it has woken, it is looked at where the company wants quiet ones to rest. */
const watchRest = async (work: Work, { id }: Session): Promise<void> => {
  const { restMinutes } = (await work.directory()).organization.reception
  if (restMinutes > 0) await work.timer('session-rest', id, work.now + restMinutes * 60_000)
}

/** How long a customer may be silent after an answer. */
export const idleEndMs = async (work: Work): Promise<number> =>
  (await work.directory()).organization.reception.idleEndMinutes * 60_000

/** Whoever gets a session has the whole time of its group for an answer. */
const watchUnanswered = async (work: Work, before: Session, after: Session): Promise<void> => {
  if (isHandled(after) && after.handlerId !== before.handlerId) await expectAnswer(work, after)
}

const isHandled = ({ state }: Session): boolean => state === 'assigned' || state === 'active'
