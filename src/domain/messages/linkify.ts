/**
 * Finds addresses in a message, as parts to be rendered; nothing of a message is ever markup.
 *
 * Only https and mailto become links, and only when what one reads is where one goes: an address that hides its
 * host behind a user name stays text.
 */
import { LINK_PREVIEW_LIMITS } from '../../protocol/model/limits.ts'

export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly host: string }

const ADDRESS =
  /https?:\/\/[^\s<>"'“”‘’「」『』《》，。；！？、（）【】]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu
const TRAILING = /[.,;:!?)\]}]+$/u

export const linkify = (text: string): readonly TextPart[] => {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(ADDRESS)) {
    const found = balanced(match[0])
    const link = toLink(found)
    if (!link) continue
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) })
    parts.push(link)
    end = match.index + found.length
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}

/** The first page that a text names, http too; null: it names none, or one whose host is hidden behind a user name. */
export const firstPageIn = (text: string): string | null => {
  for (const [found] of text.matchAll(ADDRESS)) {
    const url = URL.parse(balanced(found))
    if (!url?.protocol.startsWith('http') || url.username || url.password) continue
    return url.href.length > LINK_PREVIEW_LIMITS.url ? null : url.href
  }
  return null
}

/** The words of a text: without the addresses in it, https or not. */
export const withoutAddresses = (text: string): string => text.replaceAll(ADDRESS, ' ').trim()

const toLink = (text: string): Extract<TextPart, { kind: 'link' }> | null => {
  if (!/^https?:/iu.test(text)) return { kind: 'link', text, href: `mailto:${text}`, host: text }
  try {
    const url = new URL(text)
    if (url.protocol !== 'https:' || url.username || url.password) return null
    return { kind: 'link', text, href: url.href, host: url.host }
  } catch {
    return null
  }
}

/** Without the full stop of the sentence, but with a bracket that the address itself opened. */
const balanced = (text: string): string => {
  const cut = text.replace(TRAILING, '')
  return text[cut.length] === ')' && cut.includes('(') ? text.slice(0, cut.length + 1) : cut
}
