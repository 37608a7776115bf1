import * as z from 'zod'

import { ConversationId, MessageId, ScheduledMessageId } from './ids.ts'
import { TEXT_LIMIT } from './limits.ts'
import { Instant } from './primitives.ts'

/** What a scheduled message says. */
export const ScheduledText = z.string().trim().min(1).max(TEXT_LIMIT)

/** An answer its agent has written for later: the server sends it at its time, whether a client is open or not. */
export const ScheduledMessage = z.object({
  id: ScheduledMessageId,
  conversationId: ConversationId,
  text: z.string(),
  /** The message of the conversation that it answers; null: none. */
  quoteId: MessageId.nullable(),
  dueAt: Instant,
  /** Code of the refusal, if it could not be sent at its time; null: it still waits for it. */
  failure: z.string().nullable(),
})
export type ScheduledMessage = z.infer<typeof ScheduledMessage>
