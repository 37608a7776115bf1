import * as z from 'zod'

import { Seq, Session, SessionId, SessionTarget, Version } from '../model/index.ts'
import { COLLEAGUE_NOTE_LIMIT, CUSTOMER_NOTE_LIMIT, POOL_BATCH_LIMIT } from '../model/limits.ts'
import { note } from '../model/primitives.ts'
import { command } from './command.ts'

const Changed = z.object({ session: Session })

/** Takes a session out of the pending pool (R-02-118 … R-02-120). */
export const acceptSession = command('session.accept', {
  by: 'agent',
  permission: 'reception.receive',
  args: z.strictObject({ sessionId: SessionId }),
  result: Changed,
  codes: ['already-taken', 'over-capacity', 'not-online', 'session-ended', 'blocked-by-you'],
})

/**
 * Ends an own session. `lastSeq` is the newest message its author saw: if the customer wrote in the meantime the
 * command is refused with `new-message`, and may be sent again with the newer number (R-02-160). Where the company wants
 * a topic first it is refused with `topic-required` (R-02-272).
 */
export const endSession = command('session.end', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({
    sessionId: SessionId,
    version: Version,
    lastSeq: Seq,
    /** The customer is asked how it was in the same step, where that is left to agents (R-03-080). */
    askRating: z.boolean().optional(),
  }),
  result: Changed,
  codes: ['session-changed', 'not-your-session', 'new-message', 'topic-required'],
})

/**
 * Goes on with a customer after the end (R-02-157): a new session of the agent who had the former one, linked to it and
 * counted as begun by an agent. Only of the latest session of a conversation, and only while the customer can be reached.
 */
export const reopenSession = command('session.reopen', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({ sessionId: SessionId }),
  result: Changed,
  codes: [
    'session-changed',
    'not-your-session',
    'not-reopenable',
    'has-colleague',
    'other-face',
    'path-closed',
    'never-talked',
    'quota-used-up',
  ],
})

/** Asks the customer of an own session how satisfied they are; once in a session (R-02-261, R-02-262). */
export const requestRating = command('session.request-rating', {
  by: 'agent',
  permission: 'reception.receive',
  args: z.strictObject({ sessionId: SessionId }),
  result: Changed,
  codes: ['session-ended', 'not-your-session', 'survey-off', 'survey-sent', 'one-sided'],
})

/**
 * The address of the page on which the customer of an own session, running or over, can answer the survey (R-18-049): for
 * whoever cannot be reached by a card. Asks them if nobody has.
 */
export const linkRating = command('session.link-rating', {
  by: 'agent',
  permission: 'reception.receive',
  args: z.strictObject({ sessionId: SessionId }),
  result: z.object({ ...Changed.shape, path: z.string() }),
  codes: ['not-your-session', 'survey-off', 'one-sided'],
})

/** Takes a waiting customer out of the pool for good (R-02-122); the messages stay, the customer is told nothing. */
export const dismissSession = command('session.dismiss', {
  by: 'agent',
  permission: 'reception.receive',
  sensitive: true,
  args: z.strictObject({ sessionId: SessionId }),
  result: Changed,
  codes: ['already-taken', 'session-ended'],
})

/**
 * Gives an own session to a colleague or a group (R-02-200 … R-02-214). Where nobody can receive it now the command is
 * refused with `not-receivable`; sent again with `waiting` it makes the customer wait in the pool for that target.
 */
export const transferSession = command('session.transfer', {
  by: 'agent',
  permission: 'reception.transfer',
  args: z.strictObject({
    sessionId: SessionId,
    version: Version,
    to: SessionTarget,
    customerNote: note(CUSTOMER_NOTE_LIMIT),
    colleagueNote: note(COLLEAGUE_NOTE_LIMIT),
    waiting: z.boolean(),
  }),
  result: Changed,
  codes: [
    'session-changed',
    'session-ended',
    'not-your-session',
    'customer-silent',
    'same-handler',
    'not-receivable',
    'pool-full',
    'agent-only',
    'already-offered',
  ],
})

/** Takes back what one gave on a moment ago, as long as nobody has gone on with it (R-03-194). */
export const takeBackSession = command('session.take-back', {
  by: 'agent',
  permission: 'reception.transfer',
  args: z.strictObject({ sessionId: SessionId, version: Version }),
  result: Changed,
  codes: ['transfer-stands'],
})

/**
 * A supervisor moves somebody's running session to another agent or group: no time limit, no capacity (R-02-220 …
 * R-02-224). `version` is the one the supervisor saw: of two who move it at once the first wins, and the other learns
 * who has it. They move what colleagues in their departments have. `waiting` as with `session.transfer`.
 */
export const forceTransfer = command('session.force-transfer', {
  by: 'agent',
  permission: 'monitor.force-transfer',
  sensitive: true,
  args: z.strictObject({
    sessionId: SessionId,
    version: Version,
    to: SessionTarget,
    note: note(COLLEAGUE_NOTE_LIMIT),
    waiting: z.boolean(),
  }),
  result: Changed,
  codes: [
    'session-changed',
    'session-ended',
    'same-handler',
    'not-receivable',
    'pool-full',
    'agent-only',
    'already-offered',
  ],
})

/**
 * Gives waiting customers another target, many at once (R-02-128). Who is no longer waiting is counted as `gone`; an
 * agent who can receive gets them at once, up to their capacity (`assigned`).
 */
export const retargetSessions = command('session.retarget', {
  by: 'agent',
  permission: 'customer.config',
  sensitive: true,
  args: z.strictObject({ sessionIds: z.array(SessionId).min(1).max(POOL_BATCH_LIMIT), to: SessionTarget }),
  result: z.object({ waiting: z.int(), assigned: z.int(), gone: z.int() }),
  codes: ['pool-full'],
})
