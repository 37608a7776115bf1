/**
 * The life of a session as a table (chapter 02 section 11).
 *
 * What is not in the table does not exist: an attempt at it is refused. Every change raises the version, so that two
 * people who decide at once do not both win.
 */
import { ok, refuse, type Result } from '../../base/result.ts'
import type { EventName } from '../../protocol/events/index.ts'
import type {
  AgentId,
  EndReason,
  Session,
  SessionBot,
  SessionMeasure,
  SessionState,
  SessionTarget,
  Why,
} from '../../protocol/model/index.ts'

export type SessionEvent =
  /** Somebody receives it: routing, an accept, a transfer. */
  | { readonly kind: 'assign'; readonly agentId: AgentId; readonly why: Why }
  /** Nobody can receive it: it waits for a group or an agent. */
  | { readonly kind: 'queue'; readonly target: SessionTarget; readonly why: Why }
  /** A bot receives it first (R-02-141). */
  | { readonly kind: 'bot'; readonly bot: SessionBot; readonly why: Why }
  /** An agent opened it by writing (R-02-145). */
  | { readonly kind: 'start'; readonly agentId: AgentId; readonly why: Why }
  /** Its agent goes on with a customer after the end of the session before: nothing was answered yet. */
  | { readonly kind: 'reopen'; readonly agentId: AgentId; readonly why: Why }
  /** Nobody has written for a while, or somebody does again. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'wake' }
  /** The handler's first message (R-02-148). */
  | { readonly kind: 'reply' }
  /** `why`: only where it ends because nobody received it; `measure`: where somebody did. */
  | {
      readonly kind: 'end'
      readonly reason: EndReason
      readonly why?: Why
      readonly measure?: SessionMeasure | undefined
    }

export type SessionEventKind = SessionEvent['kind']
export type TransitionCode = 'session-ended' | 'session-changed'

/** As what each change is told. */
export const EVENT_OF = {
  assign: 'session.assigned',
  queue: 'session.queued',
  bot: 'session.activated',
  start: 'session.activated',
  reopen: 'session.assigned',
  rest: 'session.rested',
  wake: 'session.rested',
  reply: 'session.activated',
  end: 'session.ended',
} as const satisfies Record<SessionEventKind, EventName>

const NOWHERE = {
  assign: null,
  queue: null,
  bot: null,
  start: null,
  reopen: null,
  rest: null,
  wake: null,
  reply: null,
  end: null,
} as const

/** From which state which event leads where; null: there is no such way. */
export const NEXT_STATE = {
  requested: {
    assign: 'assigned',
    queue: 'pending',
    bot: 'active',
    start: 'active',
    reopen: 'assigned',
    rest: null,
    wake: null,
    reply: null,
    end: 'ended',
  },
  pending: { ...NOWHERE, assign: 'assigned', queue: 'pending', end: 'ended' },
  assigned: { ...NOWHERE, assign: 'assigned', queue: 'pending', reply: 'active', end: 'ended' },
  active: { ...NOWHERE, assign: 'assigned', queue: 'pending', rest: 'active', wake: 'active', end: 'ended' },
  ended: NOWHERE,
} as const satisfies Record<SessionState, Record<SessionEventKind, SessionState | null>>

/** Which reason ends a session from which state. */
export const ENDS_FROM = {
  'by-agent': ['assigned', 'active'],
  'by-customer': ['requested', 'assigned', 'active'],
  timeout: ['assigned', 'active'],
  abandoned: ['pending'],
  dismissed: ['pending'],
  refused: ['requested'],
  transferred: ['assigned', 'active'],
  blocked: ['requested', 'pending', 'assigned', 'active'],
  'friendship-deleted': ['requested', 'pending', 'assigned', 'active'],
} as const satisfies Record<EndReason, readonly SessionState[]>

/** The session after the event, or why there is no such way. */
export const transition = (
  session: Session,
  event: SessionEvent,
  now: number,
): Result<Session, TransitionCode> => {
  const state = NEXT_STATE[session.state][event.kind]
  if (state === null) return refuse(session.state === 'ended' ? 'session-ended' : 'session-changed')
  const version = session.version + 1
  switch (event.kind) {
    case 'assign':
      return ok({
        ...handedOn(session),
        state,
        version,
        handlerId: event.agentId,
        why: event.why,
        assignedAt: now,
        pendingSince: null,
      })
    case 'queue':
      return ok({
        ...handedOn(session),
        state,
        version,
        handlerId: null,
        target: event.target,
        why: event.why,
        pendingSince: session.pendingSince ?? now,
      })
    case 'bot':
      return ok({ ...session, state, version, bot: event.bot, why: event.why })
    case 'start':
      return ok({
        ...session,
        state,
        version,
        handlerId: event.agentId,
        why: event.why,
        assignedAt: now,
        firstReplyAt: now,
      })
    case 'reopen':
      return ok({ ...session, state, version, handlerId: event.agentId, why: event.why, assignedAt: now })
    case 'rest':
      return session.handlerId === null
        ? refuse('session-changed')
        : ok({ ...session, version, resting: true })
    case 'wake':
      return ok({ ...awake(session), version })
    case 'reply':
      return ok({ ...session, state, version, firstReplyAt: session.firstReplyAt ?? now })
    case 'end': {
      const from: readonly SessionState[] = ENDS_FROM[event.reason]
      // What a bot gives on has met nobody yet: where nobody receives it ends like what has just begun.
      const fromBot = event.reason === 'refused' && session.state === 'active' && session.bot !== undefined
      if (!from.includes(session.state) && !fromBot) return refuse('session-changed')
      return ok({
        ...awake(withoutOffer(session)),
        state,
        version,
        why: event.why ?? session.why,
        endedAt: now,
        endReason: event.reason,
        pendingSince: null,
        ...(event.measure && { measure: event.measure }),
      })
    }
  }
}

/** From the moment somebody else has it the bot is silent (R-02-234). */
const handedOn = ({ bot: _bot, ...session }: Session): Session => awake(withoutOffer(session))

/** Whoever has it next, or nobody: what the customer was offered is over. */
const withoutOffer = ({ offer: _offer, ...session }: Session): Session => session

const awake = ({ resting: _resting, ...session }: Session): Session => session

/**
 * Whether the session counts for its handler's load: it came through routing, so it is not with a friend, and is not over
 * (R-02-009); nor does one in which nobody has written for a while.
 */
export const countsAsLoad = (
  session: Pick<Session, 'state' | 'handlerId' | 'initiator' | 'face' | 'resting'>,
): boolean =>
  session.initiator === 'customer' &&
  session.face?.direct !== true &&
  session.handlerId !== null &&
  session.resting !== true &&
  (session.state === 'assigned' || session.state === 'active')
