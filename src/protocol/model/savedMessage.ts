import * as z from 'zod'

import { ConversationId, MessageId } from './ids.ts'
import { Sender, WrittenBody } from './message.ts'
import { Instant, Seq } from './primitives.ts'

/**
 * A message an agent has put among their favourites (R-03-153, R-06-177): a copy of what they could read then, without what
 * it quoted. It outlives the message, its recall, and the agent's part in the conversation, as it does in WeChat.
 */
export const SavedMessage = z.object({
  messageId: MessageId,
  conversationId: ConversationId,
  seq: Seq,
  sender: Sender,
  /** What the customer who wrote it was called then; null: a colleague wrote it. */
  customer: z.object({ name: z.string(), number: z.int() }).nullable(),
  body: WrittenBody,
  /** When it was written. */
  at: Instant,
  savedAt: Instant,
})
export type SavedMessage = z.infer<typeof SavedMessage>
