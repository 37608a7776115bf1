/** Scripts and signs that take the place of two Latin letters, emoji among them. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu

/**
 * How long a text is as limits count it: a full-width character is 1, two half-width characters are 1 (chapter 02
 * section 1). A half remains a half: 31 Latin letters are 15.5.
 */
export const textWidth = (text: string): number => {
  const wide = text.match(WIDE)?.length ?? 0
  return wide + (Array.from(text).length - wide) / 2
}

/** How many characters a person sees written: each counts one, whatever its script or its place in memory. */
export const characterCount = (text: string): number => Array.from(text).length
