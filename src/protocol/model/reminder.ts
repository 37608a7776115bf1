import * as z from 'zod'

import { ConversationId } from './ids.ts'
import { Instant } from './primitives.ts'

/** A conversation its agent has put off: it comes back at a set time, or when the customer writes (R-03-038). */
export const Reminder = z.object({
  conversationId: ConversationId,
  dueAt: Instant,
  setAt: Instant,
  /** When it came back; null: it has not yet. */
  rungAt: Instant.nullable(),
})
export type Reminder = z.infer<typeof Reminder>

/** When a conversation comes back; "tomorrow" is 09:00 of the company's next day. */
export const ReminderTime = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('in'), minutes: z.int().min(1).max(1440) }),
  z.strictObject({ kind: z.literal('tomorrow') }),
  z.strictObject({ kind: z.literal('at'), at: Instant }),
])
export type ReminderTime = z.infer<typeof ReminderTime>
