import * as z from 'zod'

import { Instant, line, Version } from './primitives.ts'

/** What a company's own server signs the identity of its visitors with (R-16-141). Known to whoever may see it, never in the log. */
export const SiteKeys = z.object({
  /** For HS256: shared with that server. */
  secret: z.string(),
  /** For RS256 or ES256: its public key, PEM; empty: none. */
  publicKey: z.string().max(4096),
  /** The secret before this one is taken until then, so that the company's server has time to change to the new one. */
  formerUntil: Instant.optional(),
  version: Version,
})
export type SiteKeys = z.infer<typeof SiteKeys>

/** What a visitor, or the page, says without proof: shown to agents, and used for nothing else (R-18-054). */
export const SaidOfVisitor = z.strictObject({ name: line(0, 64), email: line(0, 128), phone: line(0, 32) })
export type SaidOfVisitor = z.infer<typeof SaidOfVisitor>
