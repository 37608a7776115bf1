/**
 * A drawing as a list of what opens and closes in it.
 *
 * Only what a drawing program writes is read: no entities of its own, no processing instructions but the first, nothing
 * that is not well-formed. Whatever is not understood makes the whole unreadable, so that nobody else understands it
 * differently.
 */

export type SvgToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** More than a logo or a background has; each costs every browser that shows it. */
const MOST_TOKENS = 60_000

const PROLOGUE = /^\uFEFF?\s*(?:<\?xml\s[^<>]*\?>)?/u
const SKIPPED = /<!--[\s\S]*?-->|<!DOCTYPE\s[^<>[\]]*>/uy
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/uy
const CLOSE = /<\/([A-Za-z][\w:.-]*)\s*>/uy
const OPEN = /<([A-Za-z][\w:.-]*)/uy
const ATTRIBUTE = /\s+([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy
const END = /\s*(\/?)>/uy
const TEXT = /[^<]+/uy

/** Null: it is not well-formed, or holds what no drawing needs. */
export const svgTokens = (source: string): readonly SvgToken[] | null => {
  const tokens: SvgToken[] = []
  const open: string[] = []
  let at = PROLOGUE.exec(source)?.[0].length ?? 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) at = pattern.lastIndex
    return match
  }
  const readOpen = (name: string): boolean => {
    const attributes = new Map<string, string>()
    for (let match = take(ATTRIBUTE); match; match = take(ATTRIBUTE)) {
      const [, key = '', double, single = ''] = match
      const value = decoded(double ?? single)
      if (value === null || attributes.has(key)) return false
      attributes.set(key, value)
    }
    const end = take(END)
    if (!end) return false
    tokens.push({ kind: 'open', name, attributes })
    if (end[1] === '/') tokens.push({ kind: 'close', name })
    else open.push(name)
    return true
  }
  while (at < source.length) {
    if (tokens.length > MOST_TOKENS) return null
    if (take(SKIPPED)) continue
    const cdata = take(CDATA)
    const text = cdata ? (cdata[1] ?? '') : decoded(take(TEXT)?.[0] ?? '')
    if (text === null) return null
    if (text !== '') {
      tokens.push({ kind: 'text', text })
      continue
    }
    if (cdata) continue
    const closed = take(CLOSE)?.[1]
    if (closed !== undefined) {
      if (open.pop() !== closed) return null
      tokens.push({ kind: 'close', name: closed })
      continue
    }
    const opened = take(OPEN)?.[1]
    if (opened === undefined || !readOpen(opened)) return null
  }
  return open.length === 0 ? tokens : null
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Null: it names what is not known here. */
const decoded = (text: string): string | null => {
  let isKnown = true
  const plain = text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));|&/giu,
    (_whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(String(hex), 16) : null
      const character =
        code === null ? NAMED[String(name)] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
      isKnown &&= character !== undefined
      return character ?? ''
    },
  )
  return isKnown ? plain : null
}
