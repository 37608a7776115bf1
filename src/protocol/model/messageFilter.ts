import * as z from 'zod'

import { Instant } from './primitives.ts'
import { Channel } from './session.ts'

/** Which of the messages that were found are wanted (R-06-161); null each: any. */
export const MessageFilter = z.strictObject({
  /** `own`: of whoever searches. */
  sender: z.enum(['customer', 'own', 'colleague']).nullable(),
  kind: z.enum(['text', 'image', 'file']).nullable(),
  channel: Channel.nullable(),
  since: Instant.nullable(),
})
export type MessageFilter = z.infer<typeof MessageFilter>

export const NO_MESSAGE_FILTER: MessageFilter = { sender: null, kind: null, channel: null, since: null }
