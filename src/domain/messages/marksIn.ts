/**
 * Finds in a message what could be kept of a customer: phone numbers, e-mail addresses and the names of tags (R-06-120).
 *
 * Rather none than a wrong one: numbers of orders, amounts and what stands inside something longer are left alone.
 */
import type { Tag, TagId } from '../../protocol/model/index.ts'

export type Mark =
  | { readonly kind: 'phone' | 'email'; readonly from: number; readonly to: number; readonly value: string }
  | { readonly kind: 'tag'; readonly from: number; readonly to: number; readonly tagId: TagId }

/** Most marks of one message (R-06-123). */
export const MARKS_LIMIT = 50

/** Those of a text in order; none overlaps another, and of tags the longest is taken. */
export const marksIn = (text: string, tags: readonly Pick<Tag, 'id' | 'name'>[]): readonly Mark[] => {
  const found = [...phonesIn(text), ...emailsIn(text), ...tagsIn(text, tags)].toSorted(
    (a, b) => a.from - b.from || b.to - a.to,
  )
  const marks: Mark[] = []
  for (const mark of found) {
    if (mark.from >= (marks.at(-1)?.to ?? 0)) marks.push(mark)
    if (marks.length === MARKS_LIMIT) break
  }
  return marks
}

/** Whether two ways of writing mean the same number; the mainland's own prefix may be left out. */
export const isSamePhone = (one: string, other: string): boolean => bare(one) === bare(other)

/** Nothing that goes on as a longer number, word or amount stands before or behind. */
const PHONE =
  /(?<![\w.,+¥￥$€£#-])(?:\+\d{1,3}[ -]?(?:\(\d{1,4}\)[ -]?)?\d(?:[ -]?\d){5,13}|1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\(0\d{2,3}\) ?\d{7,8}|0\d{2,3}[ -]?\d{7,8})(?![\w-]|[.,]\d| ?(?:元|块|万|%))/gu
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+/giu
const ADDRESS = /https?:\/\/\S+/giu
const LEAST_DIGITS = 7
const MOST_DIGITS = 15

const phonesIn = (text: string): Mark[] => {
  const addresses = [...text.matchAll(ADDRESS)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  )
  return [...text.matchAll(PHONE)].flatMap(({ index, 0: value }) => {
    const digits = value.replaceAll(/\D/gu, '').length
    if (digits < LEAST_DIGITS || digits > MOST_DIGITS) return []
    if (addresses.some(([from, to]) => index >= from && index < to)) return []
    return [{ kind: 'phone' as const, from: index, to: index + value.length, value }]
  })
}

const emailsIn = (text: string): Mark[] =>
  [...text.matchAll(EMAIL)].map(({ index, 0: value }) => ({
    kind: 'email',
    from: index,
    to: index + value.length,
    value,
  }))

const tagsIn = (text: string, tags: readonly Pick<Tag, 'id' | 'name'>[]): Mark[] => {
  const search = searchFor(tags)
  if (!search) return []
  const { pattern, ids } = search
  return [...text.matchAll(pattern)].flatMap(({ index, 0: word }) => {
    const tagId = ids.get(word.toLowerCase())
    return tagId === undefined ? [] : [{ kind: 'tag' as const, from: index, to: index + word.length, tagId }]
  })
}

interface TagSearch {
  readonly pattern: RegExp
  readonly ids: ReadonlyMap<string, TagId>
}

/** Made once for each list of tags: every message of a thread asks with the same one. */
const searches = new WeakMap<readonly Pick<Tag, 'id' | 'name'>[], TagSearch>()

const searchFor = (tags: readonly Pick<Tag, 'id' | 'name'>[]): TagSearch | null => {
  if (tags.length === 0) return null
  const known = searches.get(tags)
  if (known) return known
  const names = tags.map(({ name }) => name).toSorted((a, b) => b.length - a.length)
  const made = {
    pattern: new RegExp(names.map(asPattern).join('|'), 'giu'),
    ids: new Map(tags.toReversed().map(({ id, name }) => [name.toLowerCase(), id])),
  }
  searches.set(tags, made)
  return made
}

/** A name of letters is a word of its own; Chinese is written without spaces. */
const asPattern = (name: string): string => {
  const escaped = name.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`)
  const begins = /^\w/u.test(name) ? String.raw`(?<!\w)` : ''
  const ends = /\w$/u.test(name) ? String.raw`(?!\w)` : ''
  return `${begins}${escaped}${ends}`
}

const bare = (phone: string): string => phone.replace(/^\s*(?:\+|00)86/u, '').replaceAll(/[^\d+]/gu, '')
