import * as z from 'zod'

import { ConversationId } from './ids.ts'
import { Instant, Seq } from './primitives.ts'

/**
 * A place in the order of entry: digits that are compared as text, the largest stands on top.
 *
 * The first fifteen are the instant a row came in, unless it was moved; what is between two others has more digits.
 */
export const Rank = z.string().regex(/^\d{15,200}$/u)
export type Rank = z.infer<typeof Rank>

/**
 * How one member wants the messages of a group: told of, which is usual; listed without being told of; listed in the group
 * assistant alone; or not brought into the list at all (R-09-034).
 */
export const MessageSetting = z.enum(['alert', 'silent', 'assistant', 'blocked'])
export type MessageSetting = z.infer<typeof MessageSetting>

/** A row of one agent's conversation list. Removing it hides the row and deletes nothing. */
export const ListEntry = z.object({
  conversationId: ConversationId,
  /** How far this agent has read, the same on all their devices (R-06-090). */
  readSeq: Seq,
  pinned: z.boolean(),
  addedAt: Instant,
  /** Where the agent put the row among the others of its block (R-03-032); not there: where it came in. */
  rank: Rank.optional(),
  /** The agent wants to come back to it, although they have read everything. */
  markedUnread: z.literal(true).optional(),
  /** How its messages come in, of a group; not there: as usual (R-09-034). */
  messageSetting: MessageSetting.exclude(['alert']).optional(),
})
export type ListEntry = z.infer<typeof ListEntry>
