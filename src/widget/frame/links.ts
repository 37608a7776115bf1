/** A piece of a message's text: plain, or an address one can follow. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `host` is shown as well when the text does not begin with it: the real one, in its plain spelling. */
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly host: string }

const ADDRESS = /https?:\/\/[^\s<>"'“”‘’「」『』《》（）【】，。；！？、]+/giu

/** Finds the web addresses in a text; only https and http, never with a name or password in them (R-18-034). */
export const textParts = (text: string): readonly TextPart[] => {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    const written = match[0].replace(/[),.;:!?\]}]+$/u, '')
    const url = parse(written)
    if (!url) continue
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push({ kind: 'link', text: written, href: url.href, host: url.host })
    from = match.index + written.length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

/** Whether the eye already reads the host where it expects it. */
export const showsHost = (written: string, host: string): boolean =>
  written.toLowerCase().startsWith(`https://${host}`) || written.toLowerCase().startsWith(`http://${host}`)

/** The address of a site as a company typed it, if one can follow it safely. */
export const safeSite = (typed: string): string | null => {
  const url = typed === '' ? null : parse(/^https?:\/\//iu.test(typed) ? typed : `https://${typed}`)
  return url && url.href
}

const parse = (written: string): URL | null => {
  try {
    const url = new URL(written)
    return url.username || url.password ? null : url
  } catch {
    return null
  }
}
