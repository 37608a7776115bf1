/**
 * The life of a session as a table (chapter 02 section 11).
 *
 * What is not in the table does not exist: an attempt at it is refused. Every change raises the version, so that two
 * people who decide at once do not both win.
 */
import { ok, refuse, type Result } from '../../base/result.ts'
import type {
  AgentId,
  EndReason,
  Session,
  SessionBot,
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
  /** The handler's first message (R-02-148). */
  | { readonly kind: 'reply' }
  /** `why`: only where it ends because nobody received it. */
  | { readonly kind: 'end'; readonly reason: EndReason; readonly why?: Why }

export type SessionEventKind = SessionEvent['kind']
export type TransitionCode = 'session-ended' | 'session-changed'

/** From which state which event leads where; null: there is no such way. */
export const NEXT_STATE = {
  requested: {
    assign: 'assigned',
    queue: 'pending',
    bot: 'active',
    start: 'active',
    reply: null,
    end: 'ended',
  },
  pending: { assign: 'assigned', queue: 'pending', bot: null, start: null, reply: null, end: 'ended' },
  assigned: { assign: 'assigned', queue: 'pending', bot: null, start: null, reply: 'active', end: 'ended' },
  active: { assign: 'assigned', queue: 'pending', bot: null, start: null, reply: null, end: 'ended' },
  ended: { assign: null, queue: null, bot: null, start: null, reply: null, end: null },
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
        ...withoutBot(session),
        state,
        version,
        handlerId: event.agentId,
        why: event.why,
        assignedAt: now,
        pendingSince: null,
      })
    case 'queue':
      return ok({
        ...withoutBot(session),
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
    case 'reply':
      return ok({ ...session, state, version, firstReplyAt: session.firstReplyAt ?? now })
    case 'end': {
      const from: readonly SessionState[] = ENDS_FROM[event.reason]
      // What a bot gives on has met nobody yet: where nobody receives it ends like what has just begun.
      const fromBot = event.reason === 'refused' && session.state === 'active' && session.bot !== undefined
      if (!from.includes(session.state) && !fromBot) return refuse('session-changed')
      return ok({
        ...withoutOffer(session),
        state,
        version,
        why: event.why ?? session.why,
        endedAt: now,
        endReason: event.reason,
        pendingSince: null,
      })
    }
  }
}

/** From the moment somebody else has it the bot is silent (R-02-234). */
const withoutBot = ({ bot: _bot, ...session }: Session): Session => withoutOffer(session)

/** Whoever has it next, or nobody: what the customer was offered is over. */
const withoutOffer = ({ offer: _offer, ...session }: Session): Session => session

/**
 * Whether the session counts for its handler's load: it came through routing, so it is not with a friend, and is not over
 * (R-02-009).
 */
export const countsAsLoad = (session: Pick<Session, 'state' | 'handlerId' | 'initiator' | 'face'>): boolean =>
  session.initiator === 'customer' &&
  session.face?.direct !== true &&
  session.handlerId !== null &&
  (session.state === 'assigned' || session.state === 'active')
