import * as z from 'zod'

import { AgentId, ConversationId, SessionId, SessionNoteId } from './ids.ts'
import { Instant } from './primitives.ts'

/** What an agent notes beside a session for colleagues who see it; customers never do. */
export const SessionNote = z.object({
  id: SessionNoteId,
  sessionId: SessionId,
  conversationId: ConversationId,
  agentId: AgentId,
  text: z.string(),
  at: Instant,
  /** Null: as it was first written. */
  editedAt: Instant.nullable(),
})
export type SessionNote = z.infer<typeof SessionNote>
