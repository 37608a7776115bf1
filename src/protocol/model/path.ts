import * as z from 'zod'

import { Face } from './conversation.ts'
import { ConversationId } from './ids.ts'
import { Instant } from './primitives.ts'
import { Channel } from './session.ts'

/** One usable, or no longer usable, way to reach a customer (chapter 02 section 22). */
export const Path = z.object({
  conversationId: ConversationId,
  channel: Channel,
  face: Face,
  friendSince: Instant.nullable(),
  lastCustomerAt: Instant.nullable(),
  open: z.boolean(),
  /** When it closes, or closed; null: never, or nobody ever came by it. */
  closesAt: Instant.nullable(),
  /** Why the agent who asks cannot begin to talk here; null: nothing hinders them. */
  hindrance: z
    .enum(['has-colleague', 'other-face', 'path-closed', 'never-talked', 'quota-used-up'])
    .nullable(),
})
export type Path = z.infer<typeof Path>
