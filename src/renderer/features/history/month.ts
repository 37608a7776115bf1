/** The days of a month as a calendar shows them, by the wall clock of the organisation. */
import { addDays, weekdayOf } from '../../../domain/hours/zoneTime.ts'

/** Six weeks from the Monday on or before the first of the month, as dates. */
export const daysOfMonth = (month: string): readonly string[] => {
  const first = `${month}-01`
  const start = addDays(first, 1 - weekdayOf(first))
  return Array.from({ length: DAYS }, (_, index) => addDays(start, index))
}

/** `2026-11` and a number of months: the month so far from it. */
export const monthAfter = (month: string, by: number): string => {
  const [year = 1970, number = 1] = month.split('-').map(Number)
  const at = new Date(Date.UTC(year, number - 1 + by, 1))
  return at.toISOString().slice(0, MONTH_LENGTH)
}

const DAYS = 42
const MONTH_LENGTH = '2026-11'.length
