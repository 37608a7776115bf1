/**
 * Puts terms together as one text.
 *
 * A message has some seventy terms of two characters. As strings of their own they would cost more than everything else
 * that is done to index it, so their units are written into one buffer.
 */
export interface TermWriter {
  /** Adds the part of `text` from `from` to `to` as a term, behind `mark` if that is not empty. */
  add(text: string, from: number, to: number, mark?: string): void
  /** All terms, separated by spaces. */
  finish(): string
}

const SPACE = 0x20

export const createTermWriter = (expected: number): TermWriter => {
  let units = new Uint16Array(Math.max(64, expected))
  let length = 0
  const put = (text: string, from: number, to: number): void => {
    for (let at = from; at < to; at += 1) {
      units[length] = text.charCodeAt(at)
      length += 1
    }
  }
  return {
    add: (text, from, to, mark = '') => {
      const most = length + mark.length + to - from + 1
      if (most > units.length) {
        const larger = new Uint16Array(most * 2)
        larger.set(units)
        units = larger
      }
      put(mark, 0, mark.length)
      put(text, from, to)
      units[length] = SPACE
      length += 1
    },
    finish: () => decoder.decode(units.subarray(0, Math.max(0, length - 1))),
  }
}

/** Half of a character pair becomes a sign of replacement, as it would in the database. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })
