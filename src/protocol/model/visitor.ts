import * as z from 'zod'

import { VisitorId } from './ids.ts'
import { Instant } from './primitives.ts'
import { VisitSource } from './visit.ts'

/** Chapter 02 R-02-251. */
const VisitorState = z.enum(['browsing', 'invited', 'no-answer', 'declined', 'in-session', 'left'])

/** Somebody on a page with our script, as agents see them (R-02-250). Everything the page said is untrusted text. */
export const VisitorRow = z.object({
  id: VisitorId,
  /** Names a visitor who is no customer yet; no secret. */
  code: z.string(),
  /** Null: not a customer yet. */
  customer: z.object({ name: z.string(), number: z.int() }).nullable(),
  mobile: z.boolean(),
  arrivedAt: Instant,
  source: VisitSource,
  url: z.string(),
  title: z.string(),
  pages: z.int(),
  /** Masked, such as `116.20.*.*` (R-02-311). */
  address: z.string(),
  state: VisitorState,
  /** Name of the agent who is inviting them now; empty: nobody, or an automatic invitation. */
  inviter: z.string(),
})
export type VisitorRow = z.infer<typeof VisitorRow>
