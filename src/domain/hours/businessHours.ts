import type { BusinessHours } from '../../protocol/model/index.ts'
import { addDays, momentsOf, wallTimeAt, weekdayOf } from './zoneTime.ts'

type Span = { readonly from: number; readonly to: number }

/** Longer than the longest holidays anybody enters. */
const LOOK_AHEAD_DAYS = 400
const MIDNIGHT = 1440

/**
 * Whether somebody is there at that moment (R-02-180). Null: always.
 *
 * A span over midnight belongs to the day on which it begins: the night before a holiday is worked to its end.
 */
export const isOpenAt = (hours: BusinessHours | null, timeZone: string, at: number): boolean => {
  if (!hours) return true
  const { date, minute } = wallTimeAt(at, timeZone)
  return (
    spansOn(hours, date).some(({ from, to }) => minute >= from && (to < from || minute < to)) ||
    spansOn(hours, addDays(date, -1)).some(({ from, to }) => to < from && minute < to)
  )
}

/** The first moment after this one at which somebody comes; null: they are there, or nobody is foreseeable. */
export const opensAfter = (hours: BusinessHours | null, timeZone: string, at: number): number | null => {
  if (!hours || isOpenAt(hours, timeZone, at)) return null
  const today = wallTimeAt(at, timeZone).date
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const date = addDays(today, ahead)
    const moments = spansOn(hours, date)
      .flatMap(({ from }) => momentsOf({ date, minute: from }, timeZone))
      .filter((moment) => moment > at && isOpenAt(hours, timeZone, moment))
    if (moments.length > 0) return Math.min(...moments)
  }
  return null
}

/** The worked spans that begin on a day: an extra working day before everything, then the holidays, then the week. */
const spansOn = ({ week, holidays, workingDays }: BusinessHours, date: string): readonly Span[] => {
  const extra = workingDays.filter((day) => day.date === date)
  if (extra.length > 0) return extra
  if (holidays.some(({ from, to }) => from <= date && date <= to)) return []
  const weekday = weekdayOf(date)
  return week.filter(({ day }) => day === weekday)
}

/** `09:30` as minutes since midnight; null: it is no time of day. 24:00 is the end of the day. */
export const minuteOf = (text: string): number | null => {
  const [, hour = '', minute = ''] = /^(\d{1,2}):?(\d{2})$/u.exec(text.trim().replace('：', ':')) ?? []
  if (hour === '' || Number(minute) > 59) return null
  const value = Number(hour) * 60 + Number(minute)
  return value <= MIDNIGHT ? value : null
}

export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
