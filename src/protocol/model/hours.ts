import * as z from 'zod'

import { line } from './primitives.ts'

/** A day of the calendar, in the organisation's time zone. */
export const CalendarDate = z.iso.date()

/** Minutes since midnight; 1440 is 24:00. An end before the beginning is on the next day; equal ones are nothing. */
const SPAN = { from: z.int().min(0).max(1439), to: z.int().min(0).max(1440) }
const isSpan = ({ from, to }: { readonly from: number; readonly to: number }): boolean => from !== to

/** `day`: 1 is Monday, 7 is Sunday. */
export const WeekSpan = z.strictObject({ day: z.int().min(1).max(7), ...SPAN }).refine(isSpan)
export type WeekSpan = z.infer<typeof WeekSpan>

/** Days off, `from` and `to` included. */
export const Holiday = z
  .strictObject({ from: CalendarDate, to: CalendarDate, name: line(0, 30) })
  .refine(({ from, to }) => from <= to)
export type Holiday = z.infer<typeof Holiday>

/** A day that is worked whatever the week and the holidays say. */
export const WorkingDay = z.strictObject({ date: CalendarDate, ...SPAN }).refine(isSpan)
export type WorkingDay = z.infer<typeof WorkingDay>

/** When somebody is there (R-02-180). */
export const BusinessHours = z.strictObject({
  week: z.array(WeekSpan).max(70),
  holidays: z.array(Holiday).max(200),
  workingDays: z.array(WorkingDay).max(200),
})
export type BusinessHours = z.infer<typeof BusinessHours>
