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
  /** What it says it is, such as `Chrome 131 · Windows`; empty: nothing that is known. */
  browser: z.string(),
  /** Which visit of theirs this is, from 1. */
  visits: z.int(),
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

/** What is known of where one customer is (R-18-058); untrusted like the rest. */
export const VisitFacts = VisitorRow.pick({
  mobile: true,
  browser: true,
  visits: true,
  source: true,
  url: true,
  title: true,
  pages: true,
  address: true,
})
export type VisitFacts = z.infer<typeof VisitFacts>
