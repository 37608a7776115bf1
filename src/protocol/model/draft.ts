import * as z from 'zod'

import { ConversationId } from './ids.ts'
import { DRAFT_LIMITS } from './limits.ts'
import { Quote } from './message.ts'
import { Version } from './primitives.ts'
import { QuickReplyFile } from './quickReply.ts'

/** What an agent has begun to write: the text, what it answers, and what goes along. */
export const DraftContent = z.object({
  text: z.string().max(DRAFT_LIMITS.text),
  /** Where the caret stands in the text. */
  caret: z.int().min(0),
  quote: Quote.nullable(),
  /** Pictures and files that are with the server already. */
  files: z.array(QuickReplyFile).max(DRAFT_LIMITS.files),
})
export type DraftContent = z.infer<typeof DraftContent>

/** The composer that wrote a draft, which needs not be told of it; empty: two have been put together. */
export const DraftWriter = z.string().max(64)

/** What an agent has not sent yet in one conversation; it follows them to every device (R-06-096). */
export const Draft = z.object({
  conversationId: ConversationId,
  version: Version,
  writer: DraftWriter,
  /** Null: sent, or thrown away. */
  content: DraftContent.nullable(),
})
export type Draft = z.infer<typeof Draft>
