import * as z from 'zod'

import { CustomerType } from './customer.ts'
import { ColorMarkId, CustomerId, StageId, TagId } from './ids.ts'
import { COLOR_MARK_LIMITS } from './limits.ts'
import { line } from './primitives.ts'

/** Twelve colours; the interface gives each a letter of its own, so that nobody has to tell them apart (R-03-053). */
export const MarkColor = z.enum([
  'red',
  'orange',
  'amber',
  'yellow',
  'lime',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'purple',
  'pink',
])
export type MarkColor = z.infer<typeof MarkColor>

/** Whom a mark is on by itself: whoever has one of the values. */
export const MarkRule = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('type'), values: z.array(CustomerType).min(1).max(3) }),
  z.strictObject({ field: z.literal('stage'), values: z.array(StageId).min(1).max(50) }),
  z.strictObject({ field: z.literal('tag'), values: z.array(TagId).min(1).max(50) }),
])
export type MarkRule = z.infer<typeof MarkRule>

/** A coloured mark of one agent's own, in that agent's list alone (R-03-055). */
export const ColorMark = z.strictObject({
  id: ColorMarkId,
  color: MarkColor,
  name: line(1, COLOR_MARK_LIMITS.name),
  /** Null: set by hand. */
  rule: MarkRule.nullable(),
})
export type ColorMark = z.infer<typeof ColorMark>

/** An agent's marks in the order of the editor; no two have the same name. */
export const ColorMarks = z
  .array(ColorMark)
  .max(COLOR_MARK_LIMITS.marks)
  .refine((marks) => new Set(marks.map(({ name }) => name)).size === marks.length)
export type ColorMarks = z.infer<typeof ColorMarks>

/** The marks one agent set on a customer by hand; none: the row is gone. */
export const CustomerMarks = z.object({
  customerId: CustomerId,
  markIds: z.array(ColorMarkId).max(COLOR_MARK_LIMITS.marks),
})
export type CustomerMarks = z.infer<typeof CustomerMarks>
