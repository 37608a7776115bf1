import type { VisitorRow } from '../../../protocol/model/index.ts'

/** What narrows the list (R-02-252); an empty text means any. */
export interface VisitorFilter {
  readonly source: VisitorRow['source']['kind'] | ''
  readonly state: VisitorRow['state'] | ''
  /** The network, which is all that is known of the place. */
  readonly place: string
  /** At least so many minutes on the site. */
  readonly minutes: number
  /** At least so many pages. */
  readonly pages: number
}

export const NO_VISITOR_FILTER: VisitorFilter = {
  source: '',
  state: '',
  place: '',
  minutes: 0,
  pages: 0,
}

export const SOURCES = ['direct', 'search', 'campaign', 'site'] as const
export const STATES = ['browsing', 'invited', 'no-answer', 'declined', 'in-session', 'left'] as const
/** Steps that are offered; everything between them is rarely asked for. */
export const MINUTES = [1, 5, 10, 30] as const
export const PAGES_SEEN = [2, 3, 5, 10] as const

export const filterVisitors = (
  rows: readonly VisitorRow[],
  { source, state, place, minutes, pages }: VisitorFilter,
  now: number,
): readonly VisitorRow[] =>
  rows.filter(
    (row) =>
      (source === '' || row.source.kind === source) &&
      (state === '' || row.state === state) &&
      (place === '' || row.address === place) &&
      now - row.arrivedAt >= minutes * 60_000 &&
      row.pages >= pages,
  )

export const filterCount = ({ source, state, place, minutes, pages }: VisitorFilter): number =>
  [source !== '', state !== '', place !== '', minutes > 0, pages > 0].filter(Boolean).length

/** Where anybody is, and what is chosen although nobody is there any more. */
export const placesOf = (rows: readonly VisitorRow[], chosen: string): readonly string[] =>
  [...new Set([...rows.map(({ address }) => address), chosen])].filter((place) => place !== '').sort()

/** More is not told apart (R-02-250). */
const MOST_MINUTES = 999

/** Whole minutes on the site; null: more than are told apart. */
export const minutesOnSite = ({ arrivedAt }: VisitorRow, now: number): number | null => {
  const minutes = Math.max(0, Math.floor((now - arrivedAt) / 60_000))
  return minutes > MOST_MINUTES ? null : minutes
}

/**
 * The rows as they stand while the pointer is over them: nobody moves away from under it. Who left stays until then and
 * is shown as such; who came is counted.
 */
export const heldRows = (
  latest: readonly VisitorRow[],
  held: readonly VisitorRow[] | null,
): { readonly rows: readonly VisitorRow[]; readonly fresh: number } => {
  // Without a row there is none that could be moved, as when the panel opens under the pointer.
  if (held === null || held.length === 0) return { rows: latest, fresh: 0 }
  const latestById = new Map(latest.map((row) => [row.id, row]))
  const heldIds = new Set(held.map(({ id }) => id))
  return {
    rows: held.map((row) => latestById.get(row.id) ?? { ...row, state: 'left' }),
    fresh: latest.filter(({ id }) => !heldIds.has(id)).length,
  }
}
