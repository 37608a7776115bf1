import * as z from 'zod'

import { ConversationId, CustomerId, SessionId } from './ids.ts'
import { RATING_COMMENT_LIMIT } from './limits.ts'
import { Instant, line, note, Version } from './primitives.ts'

/** From 1, dissatisfied, to 5, very satisfied. */
export const Stars = z.int().min(1).max(5)

/** What the customer is asked. An empty text means the product's own words, in the language of whoever reads them. */
export const SurveyCard = z.object({
  question: line(0, 100),
  /** The word for each number of stars and the tags that may be chosen with it, from one star on. */
  stars: z.array(z.object({ word: line(0, 20), tags: z.array(line(1, 20)).max(8) })).length(5),
  /** Whether the customer is asked if their problem was solved. */
  asksSolved: z.boolean(),
  thanks: line(0, 200),
})
export type SurveyCard = z.infer<typeof SurveyCard>

/** The satisfaction survey as the organisation has set it (R-02-260 … R-02-263). */
export const Survey = z.object({
  on: z.boolean(),
  /** `automatic`: at the end of a session; `manual`: when the agent sends it. */
  sending: z.enum(['automatic', 'manual']),
  card: SurveyCard,
  /** So long the card can be answered. */
  validHours: z
    .int()
    .min(1)
    .max(7 * 24),
  version: Version,
})
export type Survey = z.infer<typeof Survey>

/** What an organisation has that never saved any. */
export const SURVEY_DEFAULTS: Survey = {
  on: false,
  sending: 'automatic',
  card: {
    question: '',
    stars: [1, 2, 3, 4, 5].map(() => ({ word: '', tags: [] })),
    asksSolved: true,
    thanks: '',
  },
  validHours: 24,
  version: 0,
}

export const Solved = z.enum(['yes', 'no', 'not-yet'])
export type Solved = z.infer<typeof Solved>

/** What a customer answered; nothing in it is ever more than text. */
export const Answers = z.strictObject({
  stars: Stars,
  tags: z.array(line(1, 20)).max(8),
  solved: Solved.nullable(),
  comment: note(RATING_COMMENT_LIMIT),
})
export type Answers = z.infer<typeof Answers>

/** The answers as they are kept: one rating for a session, the latest counts (R-02-264). */
export const Rating = z.object({ ...Answers.shape, at: Instant })
export type Rating = z.infer<typeof Rating>

/** That the customer of a session was asked, and what they answered. */
export const SessionSurvey = z.object({
  askedAt: Instant,
  expiresAt: Instant,
  /** They could not be reached any more, so nothing was sent (R-02-267). */
  undelivered: z.boolean().optional(),
  rating: Rating.nullable(),
})
export type SessionSurvey = z.infer<typeof SessionSurvey>

/** An own session that a customer rated, as a list of them shows it (R-03-115). */
export const RatedSession = z.object({
  sessionId: SessionId,
  conversationId: ConversationId,
  customerId: CustomerId,
  /** As everybody calls them. */
  name: z.string(),
  number: z.int(),
  rating: Rating,
})
export type RatedSession = z.infer<typeof RatedSession>
