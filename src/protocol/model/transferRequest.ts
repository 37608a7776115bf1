import * as z from 'zod'

import { AgentId, ConversationId, SessionId, TransferRequestId } from './ids.ts'
import { Instant } from './primitives.ts'

/** An agent asks the colleague who has a session to give it to them (R-02-295). Only these two know of it. */
export const TransferRequest = z.object({
  id: TransferRequestId,
  sessionId: SessionId,
  conversationId: ConversationId,
  /** As everybody called the customer then; empty while unknown. */
  customerName: z.string(),
  customerNumber: z.int(),
  fromAgentId: AgentId,
  toAgentId: AgentId,
  /** A declined one stays with whoever asked until they have read it. */
  state: z.enum(['open', 'declined']),
  at: Instant,
})
export type TransferRequest = z.infer<typeof TransferRequest>
