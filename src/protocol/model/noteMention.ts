import * as z from 'zod'

import { AgentId, ConversationId, SessionNoteId } from './ids.ts'
import { Instant, Seq } from './primitives.ts'

/** A colleague named this agent in an internal note (R-03-189); it stands until they have read it. */
export const NoteMention = z.object({
  noteId: SessionNoteId,
  conversationId: ConversationId,
  /** Who wrote it. */
  byAgentId: AgentId,
  /** The beginning of the note. */
  text: z.string(),
  /** The newest message when it was written: the note stands right behind it. */
  seq: Seq,
  at: Instant,
})
export type NoteMention = z.infer<typeof NoteMention>
