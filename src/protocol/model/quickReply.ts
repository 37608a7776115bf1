import * as z from 'zod'

import { AgentId, QuickReplyId } from './ids.ts'
import { QUICK_REPLY_LIMITS } from './limits.ts'
import { FileBody, ImageBody } from './message.ts'
import { Instant, line, Version } from './primitives.ts'

/** The name of a `QuickReplyGroup`: it is there as long as a reply is in it. */
export const QuickReplyGroupName = line(1, QUICK_REPLY_LIMITS.groupName)

/** A stored picture or file that a reply sends along. */
export const QuickReplyFile = z.discriminatedUnion('kind', [ImageBody, FileBody])
export type QuickReplyFile = z.infer<typeof QuickReplyFile>

/** What a reply says: each text is a message of its own, and so is each file, which come behind the texts. */
export const QuickReplyContent = z.object({
  groupName: QuickReplyGroupName,
  title: line(1, QUICK_REPLY_LIMITS.title),
  texts: z.array(z.string().trim().min(1).max(QUICK_REPLY_LIMITS.text)).max(QUICK_REPLY_LIMITS.texts),
  files: z.array(QuickReplyFile).max(QUICK_REPLY_LIMITS.files),
})
export type QuickReplyContent = z.infer<typeof QuickReplyContent>

/** A canned reply of the company (`ownerId` null) or of one agent. */
export const QuickReply = QuickReplyContent.extend({
  id: QuickReplyId,
  ownerId: AgentId.nullable(),
  /** Its place in the group. */
  position: z.int(),
  version: Version,
})
export type QuickReply = z.infer<typeof QuickReply>

/** How often an agent has sent or inserted a reply, and when last. */
export const QuickReplyUse = z.object({ id: QuickReplyId, uses: z.int().min(1), lastUsedAt: Instant })
export type QuickReplyUse = z.infer<typeof QuickReplyUse>
