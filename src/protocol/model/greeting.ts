import * as z from 'zod'

import { companyText } from './companyText.ts'
import { AgentId, GreetingId } from './ids.ts'
import { GREETING_TEXT_LIMIT, GREETINGS_LIMIT } from './limits.ts'
import { Version } from './primitives.ts'

/** What customers are greeted with whose agent is there, and whose agent is not; empty: nothing is sent (R-02-171). */
const GreetingTexts = z.strictObject({
  online: companyText(GREETING_TEXT_LIMIT),
  offline: companyText(GREETING_TEXT_LIMIT),
})

/** The greeting of some agents; nobody has two (R-02-170). */
export const AgentGreeting = GreetingTexts.extend({
  id: GreetingId,
  agentIds: z.array(AgentId).min(1).max(1000),
})
export type AgentGreeting = z.infer<typeof AgentGreeting>

/** All greetings of the company; read and written as a whole. */
export const Greetings = z.strictObject({
  /** For whoever has no text of their own (R-02-172). */
  defaults: GreetingTexts,
  own: z.array(AgentGreeting).max(GREETINGS_LIMIT),
  version: Version,
})
export type Greetings = z.infer<typeof Greetings>

/** How it is before anybody has written any. */
export const NO_GREETINGS: Greetings = { defaults: { online: '', offline: '' }, own: [], version: 0 }
