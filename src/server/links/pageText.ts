import { charsetOf, charsetSaid } from './pageFacts.ts'

/** A page says within so many bytes what it is written in. */
const HEAD_BYTES = 4_096
/** What pages of China are written in that say nothing, or something wrong. */
const USUAL = 'gb18030'

/**
 * The text of a page. What it or its server says of its charset is wrong often enough: what can be read as UTF-8 is that,
 * because nothing else looks like it by chance; then whatever was said and can be read without a fault holds.
 */
export const pageText = (bytes: Uint8Array, type: string): string => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  const said = [charsetOf(type), charsetSaid(head)].filter((label) => label !== undefined)
  for (const label of [markOf(bytes), 'utf-8', ...said, USUAL]) {
    const text = label === undefined ? undefined : decoded(bytes, label, true)
    if (text !== undefined) return text
  }
  return said.map((label) => decoded(bytes, label, false)).find((text) => text !== undefined) ?? ''
}

/** UTF-16 is told by its first two bytes only. */
const markOf = ([first, second]: Uint8Array): string | undefined => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** Undefined: it is not written in that, or nobody knows such a charset. The last letter may be cut. */
const decoded = (bytes: Uint8Array, label: string, fatal: boolean): string | undefined => {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}
