/** The least that a cache password needs (R-17-058). */
const SHORTEST = 8

export type Strength = 'short' | 'weak' | 'fair' | 'strong'

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /\p{Lo}/u, /[^\p{L}\p{N}]/u]
/** What is tried first by whoever guesses. */
const USUAL = ['password', 'passwort', 'qwerty', 'asdfgh', 'letmein', 'welcome', 'admin', 'mima', 'foyer']
const ROWS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** How long whoever has the file would have to guess, in a word: by length, by what it is made of, and by habit. */
export const strengthOf = (password: string): Strength => {
  const length = Array.from(password).length
  if (length < SHORTEST) return 'short'
  const letters = Array.from(password.toLowerCase())
  const different = new Set(letters).size
  const kinds = KINDS.filter((kind) => kind.test(password)).length
  if (different < 6 || (kinds < 2 && length < 12) || isUsual(letters.join(''))) return 'weak'
  return different >= 9 && (length >= 16 || (length >= 12 && kinds >= 2)) ? 'strong' : 'fair'
}

/** Most of it is a word that everybody knows, or keys beside each other. */
const isUsual = (password: string): boolean => {
  const known = USUAL.find((word) => password.includes(word))
  const rest = password.length - Math.max(known?.length ?? 0, longestRow(password))
  return rest < 6
}

const longestRow = (password: string): number => {
  let longest = 0
  for (let from = 0; from < password.length; from += 1)
    for (let to = from + 4; to <= password.length && isRow(password.slice(from, to)); to += 1)
      longest = Math.max(longest, to - from)
  return longest
}

const isRow = (part: string): boolean => {
  const back = Array.from(part).toReversed().join('')
  return ROWS.some((row) => row.includes(part) || row.includes(back))
}
