/** What a name may hold of what somebody is called: many file systems allow 255 bytes in all, and some count in UTF-16. */
const LONGEST_BYTES = 120
/** Controls, marks that turn the direction of writing, and what some file system gives a meaning to; not what joins an emoji. */
const UNSAFE = /(?!\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029<>:"/\\|?*%]/gu
/** Names that Windows keeps for devices, whatever the extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/iu

/** A file name that every system takes and nobody can make deceive: who it is with, the day, and the extension. */
export const exportName = (title: string, day: string, extension: string): string => {
  const plain = title
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.~-]+|[\s.]+$/gu, '')
  const stem = shortened(plain).replace(/[\s.]+$/u, '') || 'records'
  return `${DEVICE.test(stem.split('.')[0] ?? '') ? `_${stem}` : stem} ${day}.${extension}`
}

/** Never cut inside a character. */
const shortened = (text: string): string => {
  let bytes = 0
  let short = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += new TextEncoder().encode(segment).length
    if (bytes > LONGEST_BYTES) break
    short += segment
  }
  return short
}
