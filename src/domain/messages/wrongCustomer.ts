/**
 * Whether an answer holds what belongs to another customer: a name, a number of theirs, an address (features 3.7).
 *
 * It is looked for only in what the agent has open beside this conversation, so what is found is nearly always a mistake;
 * what this customer has said themselves, or is known of them, is never found.
 */
export interface Person {
  /** What they are called. */
  readonly names: readonly string[]
  /** What is known of them, and what was said in their conversation lately. */
  readonly known: readonly string[]
}

/** The part of the text that belongs to one of the others, and which of them; null: nothing does. */
export const foreignIn = <P extends Person>(
  text: string,
  own: Person,
  others: readonly P[],
): { readonly person: P; readonly found: string } | null => {
  const written = text.toLowerCase()
  const isOwn = createFinder([...own.names, ...own.known])
  const numbers = numbersIn(text).filter((one) => !isOwn(one))
  for (const person of others) {
    const name = person.names.find((one) => names(written, one) && !isOwn(one))
    if (name !== undefined) return { person, found: name }
  }
  if (numbers.length === 0) return null
  for (const person of others) {
    const isTheirs = createFinder(person.known)
    const found = numbers.find(isTheirs)
    if (found !== undefined) return { person, found }
  }
  return null
}

/** Phone and order numbers and addresses; shorter ones belong to nobody in particular. */
const NUMBER = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[a-z]{0,6}-?\d(?:[ -]?[\da-z]){5,}/giu
const LEAST_DIGITS = 6

const numbersIn = (text: string): string[] =>
  [...text.matchAll(NUMBER)]
    .map(([one]) => one)
    .filter((one) => one.includes('@') || one.replaceAll(/\D/gu, '').length >= LEAST_DIGITS)

/** Stands between texts, and in none of them. */
export const BETWEEN = '\u001F'

/** Spaces and hyphens stand in a number as everybody likes. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s-]/gu, '')

const createFinder = (texts: readonly string[]): ((part: string) => boolean) => {
  // Two that stand beside each other make no third.
  const all = plain(texts.join(BETWEEN))
  return (part) => all.includes(plain(part))
}

/** A name of one character, or a short one in letters, is too often part of a word. */
const names = (written: string, name: string): boolean => {
  const wanted = name.trim().toLowerCase()
  if (/[^\p{Script=Latin}\p{Number}\s.'-]/u.test(wanted))
    return wanted.length >= 2 && written.includes(wanted)
  if (wanted.length < 4) return false
  const at = written.indexOf(wanted)
  if (at < 0) return false
  const isLetter = (character: string | undefined): boolean =>
    /[\p{Script=Latin}\p{Number}]/u.test(character ?? '')
  return !isLetter(written[at - 1]) && !isLetter(written[at + wanted.length])
}
