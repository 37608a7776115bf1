import * as z from 'zod'

import { line } from './primitives.ts'

/** Which way a visitor came: nothing said, a search, a campaign, another site. */
export const VisitSource = z.object({
  kind: z.enum(['direct', 'search', 'campaign', 'site']),
  /** Host of the page before; empty for `direct`. */
  host: line(0, 128),
  /** What was searched for, where the search engine tells. */
  words: line(0, 128),
  /** Campaign parameters of the address without their `utm_`, such as `source` and `medium`. */
  campaign: z.record(z.string().max(32), line(0, 128)),
})
export type VisitSource = z.infer<typeof VisitSource>
