import * as z from 'zod'

import { AgentId } from './ids.ts'
import { Instant } from './primitives.ts'

/** The name of one field of a customer, such as `phone`, or `custom.<id>` for one that the company made. */
export const FieldKey = z.string().max(80)
export type FieldKey = z.infer<typeof FieldKey>

/** What is in a field; a list where it holds several. Empty: nothing. */
export const FieldValue = z.union([z.string().max(2000), z.array(z.string().max(128)).max(100)])
export type FieldValue = z.infer<typeof FieldValue>

/** One change of one field (R-03-127). */
export const FieldChange = z.object({
  at: Instant,
  byId: AgentId,
  from: FieldValue,
  to: FieldValue,
})
export type FieldChange = z.infer<typeof FieldChange>
