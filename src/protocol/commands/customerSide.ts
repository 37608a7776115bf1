import * as z from 'zod'

import { messageProblems } from '../leaveMessageRules.ts'
import {
  Answers,
  Instant,
  MessageId,
  NavEntryId,
  Rating,
  Seq,
  SessionId,
  WidgetId,
  WrittenBody,
} from '../model/index.ts'
import { command } from './command.ts'

/** What a customer writes. Stored first, then routed (R-02-002); opens a session when there is none. */
export const writeAsCustomer = command('customer.write', {
  by: 'customer',
  permission: null,
  args: z.strictObject({
    id: MessageId,
    body: WrittenBody,
    /** The message of this conversation that a text answers. */
    quoteId: MessageId.optional(),
  }),
  result: z.object({ seq: Seq, at: Instant }),
  /** `form-needed`: what is asked before the first message; `not-offered`: this kind, at this entry. */
  codes: ['file-missing', 'not-accepted', 'form-needed', 'not-offered'],
})

/** Takes an own message back, by the rule that holds for agents (R-18-035). */
export const recallAsCustomer = command('customer.recall', {
  by: 'customer',
  permission: null,
  args: z.strictObject({ messageId: MessageId }),
  result: z.object({}),
  codes: ['recall-too-late'],
})

/** Leaves the queue or ends the session (R-02-126, R-02-153). */
export const leaveAsCustomer = command('customer.leave', {
  by: 'customer',
  permission: null,
  args: z.strictObject({}),
  result: z.object({}),
  codes: [],
})

/** How far the customer's client has received and read; at most once a second. */
export const acknowledgeAsCustomer = command('customer.acknowledge', {
  by: 'customer',
  permission: null,
  args: z.strictObject({ deliveredSeq: Seq, readSeq: Seq }),
  result: z.object({}),
  codes: [],
})

/** Answers the survey of a session, or changes the answer while it is valid; the same answer twice changes nothing (R-02-264). */
export const rateAsCustomer = command('customer.rate', {
  by: 'customer',
  permission: null,
  args: z.strictObject({ sessionId: SessionId, answers: Answers }),
  result: z.object({ rating: Rating }),
  codes: ['survey-expired'],
})

/** Wants to say how satisfied they are: the card comes now, once an agent has answered (R-18-048). */
export const askRatingAsCustomer = command('customer.ask-rating', {
  by: 'customer',
  permission: null,
  args: z.strictObject({}),
  result: z.object({}),
  codes: ['survey-off', 'one-sided'],
})

/** Leaves a message for when somebody is there (R-02-104). What must be in it: `leaveMessageRules`. */
export const leaveMessageAsCustomer = command('customer.leave-message', {
  by: 'customer',
  permission: null,
  args: z
    .strictObject({ id: MessageId, name: z.string(), phone: z.string(), email: z.string(), text: z.string() })
    .refine((form) => Object.keys(messageProblems(form)).length === 0),
  result: z.object({ number: z.int(), answerBy: Instant }),
  codes: ['not-accepted'],
})

/**
 * Chooses an entry of the navigation menu: the agent sees it, nothing that waits for a word of the customer is touched, and
 * the entry does what it is for (R-02-177, R-18-040).
 */
export const chooseAsCustomer = command('customer.choose', {
  by: 'customer',
  permission: null,
  args: z.strictObject({ entryId: NavEntryId }),
  result: z.object({}),
  /** `form-needed`: what is asked before a session begins. */
  codes: ['menu-changed', 'not-accepted', 'form-needed'],
})

/** Answers what is asked before the first message (R-18-056). What must be in it: `visitorFormRules`. */
export const fillForm = command('customer.fill-form', {
  by: 'customer',
  permission: null,
  args: z.strictObject({
    widgetId: WidgetId,
    answers: z.record(z.string().max(64), z.string().max(1000)),
    consent: z.boolean(),
  }),
  result: z.object({}),
  codes: ['form-incomplete'],
})

/** Says whether an answer of the bot helped (R-14-017); said again of the same answer it changes nothing. */
export const judgeAnswer = command('customer.judge-answer', {
  by: 'customer',
  permission: null,
  args: z.strictObject({ seq: Seq, helpful: z.boolean() }),
  result: z.object({}),
  codes: [],
})

/** Wants a person instead of the bot (R-18-025); nothing happens where no bot has the session. */
export const askForPerson = command('customer.ask-person', {
  by: 'customer',
  permission: null,
  args: z.strictObject({}),
  result: z.object({}),
  codes: [],
})
