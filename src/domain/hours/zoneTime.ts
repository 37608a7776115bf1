/** The wall clock of a time zone. `Intl` knows every zone and its history; nothing here reads the machine's own zone. */

/** A moment as the wall shows it. */
export interface WallTime {
  /** `2026-11-21`. */
  readonly date: string
  /** Minutes since midnight. */
  readonly minute: number
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export const wallTimeAt = (at: number, timeZone: string): WallTime => {
  const wall = at + offsetAt(at, timeZone)
  return { date: dateOf(wall), minute: Math.floor((((wall % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS) }
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

export const addDays = (date: string, days: number): string =>
  dateOf(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS)

/**
 * The moments at which the wall shows this, in order: one as a rule, two where the clock is put back over it. Where the
 * clock is put forward over it, the moment of that.
 */
export const momentsOf = ({ date, minute }: WallTime, timeZone: string): readonly number[] => {
  const wall = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS
  const before = offsetAt(wall - DAY_MS, timeZone)
  const after = offsetAt(wall + DAY_MS, timeZone)
  if (before === after) return [wall - before]
  const found = [wall - before, wall - after].filter((at) => at + offsetAt(at, timeZone) === wall)
  if (found.length > 0) return found.toSorted((a, b) => a - b)
  let [low, high] = [wall - DAY_MS, wall + DAY_MS]
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS
    if (offsetAt(middle, timeZone) === before) low = middle
    else high = middle
  }
  return [high]
}

const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10)

/** How far the wall is ahead of UTC, in milliseconds; whole minutes. */
const offsetAt = (at: number, timeZone: string): number => {
  const found: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) found[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = found
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / MINUTE_MS) * MINUTE_MS
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes longer than all the rest. A zone nobody knows is UTC. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const format = isZone(timeZone) ? formatIn(timeZone) : formatIn('UTC')
  formats.set(timeZone, format)
  return format
}

const formatIn = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })

const isZone = (timeZone: string): boolean => {
  try {
    formatIn(timeZone)
    return true
  } catch {
    return false
  }
}
