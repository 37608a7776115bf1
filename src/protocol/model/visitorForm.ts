import * as z from 'zod'

import { isEmptyText } from '../companyTexts.ts'
import { VISITOR_FIELD_KINDS, VISITOR_FORM_LIMITS } from '../visitorFormRules.ts'
import { companyText } from './companyText.ts'
import { Instant } from './primitives.ts'

/** A question before a chat. */
export const VisitorField = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/u),
  label: companyText(VISITOR_FORM_LIMITS.label).refine((label) => !isEmptyText(label)),
  kind: z.enum(VISITOR_FIELD_KINDS),
  required: z.boolean(),
})
export type VisitorField = z.infer<typeof VisitorField>

/** What visitors are asked before their first message (R-18-056). */
export const VisitorForm = z.strictObject({
  intro: companyText(VISITOR_FORM_LIMITS.intro),
  fields: z.array(VisitorField).max(VISITOR_FORM_LIMITS.fields),
  /** What they must agree to; empty: nothing. */
  consent: companyText(VISITOR_FORM_LIMITS.consent),
})
export type VisitorForm = z.infer<typeof VisitorForm>

/** What a visitor answered; said, not proved (R-18-054). */
export const FilledForm = z.object({
  answers: z.array(z.object({ label: z.string(), value: z.string() })),
  /** What they agreed to; empty: nothing was asked. */
  consent: z.string(),
  at: Instant,
})
export type FilledForm = z.infer<typeof FilledForm>
