import * as z from 'zod'

import { FileId } from './ids.ts'
import { LINK_PREVIEW_LIMITS } from './limits.ts'

/** What the page says of itself to which the first address of a message leads; the server has read it (R-06-135). */
export const LinkPreview = z.object({
  url: z.url({ protocol: /^https?$/u }).max(LINK_PREVIEW_LIMITS.url),
  title: z.string().min(1).max(LINK_PREVIEW_LIMITS.title),
  /** Empty each: the page says nothing of it. */
  description: z.string().max(LINK_PREVIEW_LIMITS.description),
  site: z.string().max(LINK_PREVIEW_LIMITS.site),
  /** A small one that the server has drawn anew. */
  picture: z.object({ fileId: FileId, width: z.int().min(1), height: z.int().min(1) }).nullable(),
})
export type LinkPreview = z.infer<typeof LinkPreview>
