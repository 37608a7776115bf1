/** Chinese found by pinyin: `wujiahe`, `wjh` and `wujh` find 武嘉禾 (R-17-041). */
import { readingsOf, SYLLABLES } from './readings.ts'

/**
 * Whether what was typed reads as neighbouring characters of the text: each by its whole reading or its first letter, the
 * last by as much of it as was typed. Letters and digits stand for themselves; spaces and marks do not count.
 */
export const fitsPinyin = (text: string, typed: string): boolean => {
  const wanted = wantedOf(typed)
  if (wanted === null) return false
  const readings = [...text].map(readingsOf).filter((of) => of.length > 0)
  const fitsFrom = (index: number, at: number): boolean =>
    at === wanted.length ||
    (readings[index] ?? []).some(
      (reading) =>
        reading.startsWith(wanted.slice(at)) ||
        beginningsOf(reading).some(
          (one) => wanted.startsWith(one, at) && fitsFrom(index + 1, at + one.length),
        ),
    )
  return readings.some((_, start) => fitsFrom(start, 0))
}

/** Null: no letters, so no pinyin. */
const wantedOf = (typed: string): string | null => {
  const wanted = typed.toLowerCase().replaceAll(/[ '’]/gu, '')
  return /^[a-z0-9]+$/u.test(wanted) ? wanted : null
}

/** What stands for a whole character. */
const beginningsOf = (reading: string): readonly string[] =>
  /^[zcs]h/u.test(reading)
    ? [reading, reading.slice(0, 2), reading.slice(0, 1)]
    : [reading, reading.slice(0, 1)]

/** So many of the ways to read a name are kept; names with more characters of several readings are rare. */
const MOST_READINGS = 16

/**
 * The first letters of a text in all its readings, separated by spaces: `sx dx cx` of 单雪. Whatever `fitsPinyin` finds in
 * a text has one of `initialsTyped` in this. Empty: nothing in it is written in Chinese.
 */
export const initialsOf = (text: string): string => {
  if (!/\p{Script=Han}/u.test(text)) return ''
  let all = ['']
  for (const character of text) {
    const letters = [...new Set(readingsOf(character).map((reading) => reading.slice(0, 1)))]
    if (letters.length > 0)
      all = all.flatMap((before) => letters.map((letter) => before + letter)).slice(0, MOST_READINGS)
  }
  return all.join(' ')
}

/** So many of the ways to divide what was typed into characters are tried, those with the longest parts first. */
const MOST_WAYS = 24

/** The first letters of the characters that may have been meant; empty: no pinyin. */
export const initialsTyped = (typed: string): readonly string[] => {
  const wanted = wantedOf(typed)
  if (wanted === null || !/[a-z]/u.test(wanted)) return []
  const ways = new Set<string>()
  const divide = (at: number, letters: string): void => {
    if (ways.size >= MOST_WAYS) return
    if (at === wanted.length) {
      ways.add(letters)
      return
    }
    for (const length of lengthsAt(wanted, at)) divide(at + length, letters + wanted.slice(at, at + 1))
  }
  divide(0, '')
  return [...ways]
}

const LONGEST = Math.max(...[...SYLLABLES].map((syllable) => syllable.length))
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...SYLLABLES].flatMap((syllable) => [...syllable].map((_, index) => syllable.slice(0, index + 1))),
)

/** How many letters the character that begins there may take, the most first. */
const lengthsAt = (wanted: string, at: number): readonly number[] => {
  const lengths: number[] = []
  for (let length = Math.min(LONGEST, wanted.length - at); length > 1; length -= 1) {
    const part = wanted.slice(at, at + length)
    const isLast = at + length === wanted.length
    if (SYLLABLES.has(part) || /^[zcs]h$/u.test(part) || (isLast && BEGINNINGS.has(part)))
      lengths.push(length)
  }
  return [...lengths, 1]
}
