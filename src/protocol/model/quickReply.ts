import * as z from 'zod'

import { AgentId, QuickReplyId } from './ids.ts'
import { line } from './primitives.ts'

/** A canned reply of the company (`ownerId` null) or of one agent. */
export const QuickReply = z.object({
  id: QuickReplyId,
  ownerId: AgentId.nullable(),
  groupName: line(1, 32),
  title: line(1, 64),
  text: z.string().min(1).max(500),
  position: z.int(),
})
export type QuickReply = z.infer<typeof QuickReply>
