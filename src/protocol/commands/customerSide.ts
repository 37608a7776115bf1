import * as z from 'zod'

import { Instant, MessageId, Seq, WrittenBody } from '../model/index.ts'
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
