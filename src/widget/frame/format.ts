import type { Language, Words } from '../words/index.ts'

export const clockTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at)

export const fullTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at)

/** A moment that is not today, with its day: `Mon, 23 Nov, 09:00`. */
export const momentText = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at)

/** The line above the first message of a day. */
export const dayName = (at: number, now: number, language: Language, words: Words): string => {
  if (isSameDay(at, now)) return words.today
  if (isSameDay(at, now - 86_400_000)) return words.yesterday
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const date = sameYear ? ({ month: 'long', day: 'numeric' } as const) : ({ dateStyle: 'long' } as const)
  return new Intl.DateTimeFormat(language, date).format(at)
}

export const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString()

export const fileSize = (bytes: number, language: Language): string => {
  const units = ['B', 'KB', 'MB', 'GB']
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${units[unit] ?? ''}`
}

/** The last two Han characters, or the first letters of two words. */
export const initials = (name: string): string => {
  const han = [...name.matchAll(/\p{Script=Han}/gu)].map(([character]) => character)
  if (han.length > 0) return han.slice(-2).join('')
  const words = name.split(/\s+/u).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}
