/** How times are written, in the time zone of the organisation, wherever this computer stands (R-02-001). */
import { momentsOf, wallTimeAt } from '../../domain/hours/zoneTime.ts'

export type Language = 'zh-CN' | 'en'

/** Until the organisation is known, the computer's own. */
let zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Tells in which zone times are shown from now on; one that this computer does not know changes nothing. */
export const setTimeZone = (name: string): void => {
  if (name === zone) return
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    return
  }
  zone = name
  formats.clear()
  dates.clear()
}

/** The zone in which times are shown. */
export const timeZoneShown = (): string => zone

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `0:42`, `12:05`, `1:02:03`: how long something has been going on. */
export const duration = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** Relative under a day, absolute beyond. */
export const relativeTime = (at: number, now: number, language: Language): string => {
  const age = now - at
  if (age >= DAY) return shortDate(at, now, language)
  if (age < MINUTE) return relative(language).format(0, 'second')
  if (age < HOUR) return relative(language).format(-Math.floor(age / MINUTE), 'minute')
  return relative(language).format(-Math.floor(age / HOUR), 'hour')
}

/** For a narrow place: the time today, yesterday by its name, the day in this year, else the date. */
export const shortTime = (at: number, now: number, language: Language): string => {
  if (sameDay(at, now)) return clockTime(at, language)
  const day = dayNearby(at, now, language)
  return day.charAt(0).toLocaleUpperCase(language) + day.slice(1)
}

/** When something is due: the time, and before it the day where that is another one. */
export const dueTime = (at: number, now: number, language: Language): string => {
  const time = clockTime(at, language)
  return sameDay(at, now) ? time : `${dayNearby(at, now, language)} ${time}`
}

export const clockTime = (at: number, language: Language): string =>
  format(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at)

/** Everything, for a tooltip. */
export const fullTime = (at: number, language: Language): string =>
  format(language, { dateStyle: 'full', timeStyle: 'medium', hour12: false }).format(at)

/** A day as a separator names it, without "today" and "yesterday", which the caller knows words for. */
export const dayName = (at: number, language: Language): string =>
  format(language, { dateStyle: 'full' }).format(at)

export const sameDay = (one: number, other: number): boolean => dateOf(one) === dateOf(other)

/** 0 today, 1 yesterday, and so on. */
export const daysAgo = (at: number, now: number): number =>
  Math.round((Date.parse(dateOf(now)) - Date.parse(dateOf(at))) / DAY)

/** The moment at which the day of `at` began. */
export const startOfDay = (at: number): number => momentsOf({ date: dateOf(at), minute: 0 }, zone)[0] ?? at

/** The date of a moment as the wall shows it: `2026-11-21`. */
export const dateShown = (at: number): string => dateOf(at)

/** When a date begins. */
export const startOfDate = (date: string): number =>
  momentsOf({ date, minute: 0 }, zone)[0] ?? Date.parse(`${date}T00:00:00Z`)

/** `2026-11-21`. Days change at whole quarters of an hour in every zone, and lists ask for the same ones again and again. */
const dateOf = (at: number): string => {
  const quarter = Math.floor(at / QUARTER)
  let date = dates.get(quarter)
  if (date === undefined) {
    if (dates.size > MOST_DATES) dates.clear()
    date = wallTimeAt(at, zone).date
    dates.set(quarter, date)
  }
  return date
}

const QUARTER = 15 * MINUTE
const MOST_DATES = 5000
const dates = new Map<number, string>()

/** Yesterday and tomorrow by their names. */
const dayNearby = (at: number, now: number, language: Language): string => {
  const ago = daysAgo(at, now)
  return Math.abs(ago) === 1 ? relative(language).format(-ago, 'day') : shortDate(at, now, language)
}

const shortDate = (at: number, now: number, language: Language): string =>
  dateOf(at).slice(0, 4) === dateOf(now).slice(0, 4)
    ? format(language, { month: 'short', day: 'numeric' }).format(at)
    : format(language, { year: 'numeric', month: 'numeric', day: 'numeric' }).format(at)

// Making a formatter is a hundred times slower than using one, and lists use many.
const formats = new Map<string, Intl.DateTimeFormat>()
const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options)
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(language, { ...options, timeZone: zone })
    formats.set(key, made)
  }
  return made
}

const relatives = new Map<Language, Intl.RelativeTimeFormat>()
const relative = (language: Language): Intl.RelativeTimeFormat => {
  let made = relatives.get(language)
  if (!made) {
    made = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
    relatives.set(language, made)
  }
  return made
}
