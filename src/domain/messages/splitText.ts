/**
 * A long text in parts of at most `limit` characters, cut at the end of a paragraph, else of a line, else of a sentence,
 * else between words; a part that has none of these is cut where it must be, but never inside a character.
 */
export const splitText = (text: string, limit: number): readonly string[] => {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const end = endOfPart(rest, limit)
    parts.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return rest === '' ? parts : [...parts, rest]
}

/** From the best place for an end to the last resort. */
const ENDS = [/\n\s*\n/gu, /\n/gu, /[。！？；]|[.!?;]\s/gu, /[，、,\s]/gu]

const endOfPart = (text: string, limit: number): number => {
  const room = text.slice(0, limit)
  for (const end of ENDS) {
    const last = [...room.matchAll(end)].at(-1)
    // An end near the beginning would leave parts of a few words.
    if (last && last.index + last[0].length > limit / 4) return last.index + last[0].length
  }
  // Not between the two halves of a character.
  return /[\uD800-\uDBFF]$/u.test(room) ? limit - 1 : limit
}
