import * as z from 'zod'

import { AgentId, FollowRecordId } from './ids.ts'
import { FOLLOW_RECORD_LIMIT } from './limits.ts'
import { Instant } from './primitives.ts'

/** What an agent notes of their work with a customer; author and time are fixed (R-05-041). */
export const FollowRecord = z.object({
  id: FollowRecordId,
  authorId: AgentId,
  at: Instant,
  /** Null: as it was written first. */
  editedAt: Instant.nullable(),
  text: z.string().max(FOLLOW_RECORD_LIMIT),
})
export type FollowRecord = z.infer<typeof FollowRecord>
