import { fitOf } from '../../../domain/search/fit.ts'

export type PaletteKind = 'action' | 'conversation' | 'contact' | 'quick-reply' | 'setting' | 'search'

/** One line of the palette. */
export interface PaletteEntry {
  readonly kind: PaletteKind
  /** The same for the same thing at another time: by it the palette knows what was used last. */
  readonly key: string
  readonly text: string
  /** What is said more quietly, and found as well. */
  readonly more: string
  /** The key that does the same; empty: none. */
  readonly shortcut: string
  readonly run: () => void
}

const MOST = 30

/**
 * What fits best first; of what fits alike, what was used last. Where nothing was typed: what was used last, then
 * whatever can be done.
 */
export const rankEntries = (
  entries: readonly PaletteEntry[],
  typed: string,
  recent: readonly string[],
): readonly PaletteEntry[] => {
  const usedAt = new Map(recent.map((key, index) => [key, index]))
  const nothing = typed.trim() === ''
  const found: { readonly entry: PaletteEntry; readonly fit: number; readonly used: number }[] = []
  for (const entry of entries) {
    const used = usedAt.get(entry.key) ?? recent.length
    // Thousands of customers are no offer; those one has just been with are.
    if (nothing && entry.kind !== 'action' && used === recent.length) continue
    const fit =
      nothing || entry.kind === 'search' ? 0 : bestOf(fitOf(entry.text, typed), fitOf(entry.more, typed))
    if (fit !== null) found.push({ entry, fit, used })
  }
  const ranked = found.sort((a, b) => a.fit - b.fit || a.used - b.used).map(({ entry }) => entry)
  // What leads on to elsewhere fits everything and comes last.
  const last = ranked.filter(({ kind }) => kind === 'search')
  const others = ranked.filter(({ kind }) => kind !== 'search')
  return [...(nothing ? others : others.slice(0, MOST)), ...last]
}

/** What is said more quietly counts for less. */
const bestOf = (text: number | null, more: number | null): number | null => {
  if (more === null) return text
  return Math.min(text ?? Infinity, more + QUIET)
}

const QUIET = 10

const KEPT = 20

/** With this one used last. */
export const usedNow = (recent: readonly string[], key: string): string[] =>
  [key, ...recent.filter((one) => one !== key)].slice(0, KEPT)
