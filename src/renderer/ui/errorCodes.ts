/**
 * The code each sentence of an error was made for.
 *
 * Sentences go through many hands before one of them is shown; the code, by which others can be asked about it, is found
 * again by the sentence itself.
 */
const codes = new Map<string, string>()

/** So many are remembered: more are never shown at one time. */
const KEPT = 100

/** Answers the sentence. */
export const withCode = (sentence: string, code: string): string => {
  codes.delete(sentence)
  codes.set(sentence, code)
  const [oldest] = codes.keys()
  if (oldest !== undefined && codes.size > KEPT) codes.delete(oldest)
  return sentence
}

/** Undefined: the sentence was made for no code. */
export const codeOf = (sentence: string): string | undefined => codes.get(sentence)
