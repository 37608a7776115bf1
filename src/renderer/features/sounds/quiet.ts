import { startOfDay } from '../../ui/index.ts'

/** How long nothing disturbs (R-03-173). */
export const QUIET_TIMES = ['half-hour', 'hour', 'tomorrow'] as const
export type QuietTime = (typeof QUIET_TIMES)[number]

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Until when. A day may have 23 or 25 hours: tomorrow begins where the day of the moment after next does. */
export const quietUntil = (time: QuietTime, now: number): number => {
  if (time === 'half-hour') return now + 30 * MINUTE
  if (time === 'hour') return now + HOUR
  return startOfDay(startOfDay(now) + 30 * HOUR)
}
