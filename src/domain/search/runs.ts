/**
 * Divides a text into runs of characters of one kind.
 *
 * By a table of kinds instead of one regular expression: every message passes here, and the properties of Unicode in a
 * pattern cost ten times as much as a look into a table. The table is filled as characters are met.
 */

/** `dense`: scripts written without spaces, and pictures. `number`: a word with digits in it. */
export type RunKind = 'dense' | 'letters' | 'number' | 'sign'

export interface Run {
  readonly kind: RunKind
  readonly text: string
}

/** Longer words are cut into pieces of this length: nobody types them, and keys and hashes would flood the index. */
const WORD_LIMIT = 64

/** The runs of a folded text, in order; spaces are left out. */
export const runsOf = (folded: string): Run[] => {
  const runs: Run[] = []
  let at = 0
  while (at < folded.length) {
    const start = at
    const first = kindAt(folded, at)
    at += widthAt(folded, at)
    if (first === SPACE) continue
    let kind: RunKind = 'sign'
    if (first === DENSE) {
      kind = 'dense'
      while (at < folded.length && kindAt(folded, at) === DENSE) at += widthAt(folded, at)
    } else if (first !== SIGN) {
      kind = first === DIGIT ? 'number' : 'letters'
      for (let count = 1; count < WORD_LIMIT && at < folded.length; count += 1) {
        const next = kindAt(folded, at)
        if (next !== LETTER && next !== DIGIT) break
        if (next === DIGIT) kind = 'number'
        at += widthAt(folded, at)
      }
    }
    runs.push({ kind, text: folded.slice(start, at) })
  }
  return runs
}

const UNKNOWN = 0
const SPACE = 1
const DENSE = 2
const LETTER = 3
const DIGIT = 4
const SIGN = 5

const IS_DENSE =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{So}]/u
const IS_DIGIT = /\p{N}/u
const IS_LETTER = /[\p{L}\p{M}]/u
const IS_SPACE = /\s/u

/** Kinds of the characters of the first plane, by code. */
const kinds = new Uint8Array(0x1_00_00)

const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  if (isPair(text, at, code)) return kindOf(text.slice(at, at + 2))
  const known = kinds[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  const kind = kindOf(text.charAt(at))
  kinds[code] = kind
  return kind
}

/** How many units of the text the character takes that begins there. */
export const widthAt = (text: string, at: number): number => (isPair(text, at, text.charCodeAt(at)) ? 2 : 1)

const isPair = (text: string, at: number, code: number): boolean =>
  (code & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00

const kindOf = (character: string): number => {
  if (IS_DENSE.test(character)) return DENSE
  if (IS_DIGIT.test(character)) return DIGIT
  if (IS_LETTER.test(character)) return LETTER
  return IS_SPACE.test(character) ? SPACE : SIGN
}
