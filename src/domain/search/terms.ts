/**
 * Text preparation of the search, the same in every index.
 *
 * Words of Chinese are not separated, and most have one or two characters; neither FTS5's nor PostgreSQL's own
 * tokenizers find those. So a run of such characters is indexed as its overlapping pairs, and a single character is
 * the beginning of a pair. Words of other scripts are indexed whole; words with digits in them (order numbers, models)
 * also from each of their characters on, as people remember the last figures.
 *
 * The index holds no positions, which halves it: what has all terms of a query is a candidate, and whether the words
 * really stand there is seen in its text (`isHit`).
 *
 * What is not found: the inside of a word of letters (unless the index knows its words, see `Expand`), and fewer than
 * four characters inside a word with digits; of both the beginning is found.
 */
import { runsOf, widthAt } from './runs.ts'
import { createTermWriter } from './termWriter.ts'

/** What was asked for: each part must occur in the folded text. */
export interface Search {
  readonly parts: readonly string[]
}

/** One of these terms must occur; `prefix`: as the beginning of a term. */
export type TermGroup = readonly { readonly term: string; readonly prefix: boolean }[]

/** The indexed words (`Terms.words`) to look up for `letters`: those that hold them, or as many as are wanted. */
export type Expand = (letters: string) => readonly string[]

/** A longer query is cut (R-17-047). */
export const SEARCH_LIMIT = 100

/** What a person typed, cut to what is read of it, here and on the server alike. */
export const asTyped = (text: string): string => Array.from(text.trim()).slice(0, SEARCH_LIMIT).join('')

/**
 * Options of an FTS5 table for these terms: no positions, single characters as a prefix index, and a tokenizer that
 * takes every term as it is.
 */
export const FTS_OPTIONS = `content = '', contentless_delete = 1, detail = none, prefix = '1', tokenize = 'ascii'`

/** Text as the index compares it: without case, accents, width, invisible characters and repeated spaces. */
export const fold = (text: string): string => narrow(text).toLowerCase().replace(SPACES, ' ')

/** Most of what is written needs no look at the tables of Unicode: ASCII, ideographs, and ASCII in full width. */
const narrow = (text: string): string => {
  if (PLAIN.test(text)) return text
  return SIMPLE.test(text)
    ? text.replace(WIDE, asciiOf)
    : text.normalize('NFKD').replace(UNSEEN, '').normalize('NFKC')
}

/** What of a text goes into an index. */
export interface Terms {
  /** Separated by spaces. */
  readonly terms: string
  /**
   * The distinct words of letters, for an index that wants to find their insides (`Expand`); of words with digits the
   * letters in them, behind `NUMBER`.
   */
  readonly words: ReadonlySet<string>
}

/**
 * The terms of a text.
 *
 * A run of characters becomes its overlapping pairs, of which single characters are the beginnings; a word of letters
 * stays whole; a word with digits (order numbers, models) counts from each of its characters on, as people remember
 * the last figures.
 */
export const indexable = (text: string): Terms => {
  const words = new Set<string>()
  const folded = fold(text)
  const terms = createTermWriter(folded.length * 3)
  for (const { kind, text: run } of runsOf(folded)) {
    if (kind === 'dense') eachPair(run, (from, to) => terms.add(run, from, to))
    else if (kind === 'number') {
      eachEnding(run, (from) => terms.add(run, from, run.length, NUMBER))
      for (const letters of run.split(DIGITS)) if (letters !== '') words.add(`${NUMBER}${letters}`)
    } else if (kind === 'sign') {
      const term = signTerm(run)
      terms.add(term, 0, term.length)
    } else {
      words.add(run)
      terms.add(run, 0, run.length)
    }
  }
  return { terms: terms.finish(), words }
}

/** The terms of a text, separated by spaces. */
export const termsOf = (text: string): string => indexable(text).terms

/** Reads what a person typed: words that must all occur, and phrases in quotation marks that stay together. */
export const parseSearch = (typed: string): Search => {
  const text = fold(Array.from(typed).slice(0, SEARCH_LIMIT).join('')).trim()
  const parts = new Set<string>()
  for (const [, phrase, word] of text.matchAll(/["“]([^"“”]+)["”](?=\s|$)|(\S+)/gu)) {
    const part = (phrase ?? word ?? '').trim()
    if (part !== '') parts.add(part)
  }
  return { parts: [...parts] }
}

/** Groups of terms that all have to be met by whatever holds the search; empty when there is nothing to look for. */
export const groupsOf = (search: Search, expand?: Expand): TermGroup[] => {
  const groups: TermGroup[] = []
  const signs: TermGroup[] = []
  for (const part of search.parts) {
    for (const { kind, text } of runsOf(part)) {
      if (kind === 'sign') signs.push([{ term: signTerm(text), prefix: false }])
      else if (kind === 'dense') groups.push(...denseGroups(text))
      else if (kind === 'number') groups.push([{ term: `${NUMBER}${text}`, prefix: true }])
      else groups.push(lettersGroup(text, expand))
    }
  }
  // Signs are everywhere; they are asked for only when there is nothing better. More terms find hardly fewer rows.
  return (groups.length > 0 ? groups : signs).slice(0, GROUPS_A_QUERY)
}

/** The groups as an FTS5 query. */
export const matchOf = (groups: readonly TermGroup[]): string =>
  groups
    .map((group) => group.map(({ term, prefix }) => `"${term}"${prefix ? '*' : ''}`).join(' OR '))
    .map((any) => `(${any})`)
    .join(' AND ')

/** Whether a text holds all that was searched. */
export const isHit = ({ parts }: Search, text: string): boolean => {
  if (parts.every((part) => text.includes(part))) return true
  const folded = fold(text)
  return parts.every((part) => folded.includes(part))
}

/** More terms find hardly fewer candidates. */
const GROUPS_A_QUERY = 12
/** Endings shorter than this would be everywhere. */
const ENDING_LEAST = 4

/** A private-use character that keeps endings of numbers apart from words. */
export const NUMBER = '\ue200'
const DIGITS = /\p{N}+/u

/** ASCII signs would be swallowed by tokenizers; letters of the private use area stand for them. */
const signTerm = (sign: string): string =>
  sign.charCodeAt(0) < 0x80 ? String.fromCharCode(0xe000 + sign.charCodeAt(0)) : sign

const PLAIN = /^[\x20-\x7e]*$/
const SIMPLE = /^[\x20-\x7e\u3000-\u3002\u4e00-\u9fff\uff01-\uff5e]*$/
const WIDE = /[\u3000\uff01-\uff5e]/g
const SPACES = /\s+/g

const asciiOf = (wide: string): string =>
  wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0)

/** Accents of letters; joiners, variation selectors and the like; control characters other than white space. */
const UNSEEN = /[\u{300}-\u{36f}]|\p{Cf}|\p{Variation_Selector}|(?!\s)\p{Cc}/gu

/** Overlapping pairs, and the last character alone, so that each character begins a term. */
const eachPair = (run: string, visit: (from: number, to: number) => void): void => {
  for (let from = 0; from < run.length;) {
    const second = from + widthAt(run, from)
    visit(from, second < run.length ? second + widthAt(run, second) : second)
    from = second
  }
}

/** The word from each of its characters on, as long as enough of it is left. */
const eachEnding = (word: string, visit: (from: number) => void): void => {
  let left = 0
  for (let at = 0; at < word.length; at += widthAt(word, at)) left += 1
  for (let at = 0; at === 0 || left >= ENDING_LEAST; at += widthAt(word, at)) {
    visit(at)
    left -= 1
  }
}

const denseGroups = (run: string): TermGroup[] => {
  const pairs: string[] = []
  eachPair(run, (from, to) => pairs.push(run.slice(from, to)))
  if (pairs.length === 1) return [[{ term: run, prefix: true }]]
  return [...new Set(pairs.slice(0, -1))].map((term) => [{ term, prefix: false }])
}

const lettersGroup = (letters: string, expand: Expand | undefined): TermGroup => {
  const inNumbers = { term: `${NUMBER}${letters}`, prefix: true }
  if (!expand) return [{ term: letters, prefix: true }, inNumbers]
  const words = expand(letters)
  const group = words
    .filter((word) => !word.startsWith(NUMBER))
    .map((term): TermGroup[number] => ({ term, prefix: false }))
  return words.length > group.length ? [...group, inNumbers] : group
}
