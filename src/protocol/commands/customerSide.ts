import * as z from 'zod'

import { Answers, Instant, MessageId, Rating, Seq, SessionId, WrittenBody } from '../model/index.ts'
import { command } from './command.ts'

/** What a customer writes. Stored first, then routed (R-02-002); opens a session when there is none. */
export const writeAsCustomer = command('customer.write', {
  by: 'customer',
  permission: null,
  args: z.strictObject({ id: MessageId, body: WrittenBody }),
  result: z.object({ seq: Seq, at: Instant }),
  codes: ['file-missing', 'not-accepted'],
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
