import * as z from 'zod'

import { ConversationId } from './ids.ts'
import { Instant, Seq } from './primitives.ts'

/** A row of one agent's conversation list. Removing it hides the row and deletes nothing. */
export const ListEntry = z.object({
  conversationId: ConversationId,
  /** How far this agent has read, the same on all their devices (R-06-090). */
  readSeq: Seq,
  pinned: z.boolean(),
  addedAt: Instant,
})
export type ListEntry = z.infer<typeof ListEntry>
