import { fitsPinyin } from './pinyin.ts'
import { fold } from './terms.ts'

/**
 * How well what was typed fits a short text, the smaller the better; null: not at all.
 *
 * For lists that are chosen from by a few letters: the beginning of the text, then of one of its words, then anywhere,
 * then initials (`es` finds "End session", `jshh` 结束会话), then the letters in their order with others between.
 */
export const fitOf = (text: string, typed: string): number | null => {
  const words = fold(typed).split(/\s+/u).filter(Boolean)
  const folded = fold(text)
  let worst = 0
  for (const word of words) {
    const fit = fitOfWord(folded, text, word)
    if (fit === null) return null
    worst = Math.max(worst, fit)
  }
  return worst
}

const fitOfWord = (folded: string, text: string, word: string): number | null => {
  const at = folded.indexOf(word)
  if (at === 0) return folded.length === word.length ? 0 : 1
  if (at > 0) return /[\p{Letter}\p{Number}]/u.test(folded[at - 1] ?? '') ? 3 : 2
  if (initialsOf(folded).includes(word) || fitsPinyin(text, word)) return 4
  return hasInOrder(folded, word) ? 5 : null
}

const initialsOf = (folded: string): string =>
  folded
    .split(/[^\p{Letter}\p{Number}]+/u)
    .map((word) => word.slice(0, 1))
    .join('')

/** One letter is in nearly everything, and letters far apart were not meant. */
const hasInOrder = (folded: string, word: string): boolean => {
  if (word.length < 3) return false
  let from = -1
  let first = -1
  for (const letter of word) {
    from = folded.indexOf(letter, from + 1)
    if (from < 0) return false
    if (first < 0) first = from
  }
  return from - first < word.length * 3
}
