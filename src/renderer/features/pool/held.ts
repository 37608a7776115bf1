import type { PoolPage } from '../../../client/api.ts'
import type { PoolEntry, SessionId } from '../../../protocol/model/index.ts'

export interface HeldPool {
  readonly entries: readonly PoolEntry[]
  readonly gone: ReadonlySet<SessionId>
  /** How many came in and wait to be shown. */
  readonly fresh: number
}

/**
 * The pool as it is shown while it is held (R-02-117): rows stay, taken ones are marked, new ones are counted.
 *
 * Both pages may be beginnings only. What lies behind the held one follows it, where it moves no row; and of a held row
 * that would lie behind the latest one nobody knows whether it was taken.
 */
export const heldPool = (latest: PoolPage, held: PoolPage | null, sort: 'longest' | 'newest'): HeldPool => {
  // Without a row there is none that could be moved; such a pool is held where the panel opens under the pointer.
  if (held === null || held.entries.length === 0)
    return { entries: latest.entries, gone: new Set(), fresh: 0 }
  const latestById = new Map(latest.entries.map((entry) => [entry.sessionId, entry]))
  const heldIds = new Set(held.entries.map(({ sessionId }) => sessionId))
  const others = latest.entries.filter(({ sessionId }) => !heldIds.has(sessionId))
  const [heldEnd, latestEnd] = [endOf(held), endOf(latest)]
  const behind = heldEnd ? others.filter((entry) => isBefore(heldEnd, entry, sort)) : []
  const gone = held.entries.filter(
    (entry) =>
      !latestById.has(entry.sessionId) && (latestEnd === undefined || isBefore(entry, latestEnd, sort)),
  )
  return {
    entries: [...held.entries.map((entry) => latestById.get(entry.sessionId) ?? entry), ...behind],
    gone: new Set(gone.map(({ sessionId }) => sessionId)),
    fresh: others.length - behind.length,
  }
}

/** The last row of a page behind which there are more. */
const endOf = ({ entries, total }: PoolPage): PoolEntry | undefined =>
  entries.length < total ? entries.at(-1) : undefined

const isBefore = (a: PoolEntry, b: PoolEntry, sort: 'longest' | 'newest'): boolean => {
  const [first, second] = sort === 'longest' ? [a, b] : [b, a]
  return (
    first.waitingSince < second.waitingSince ||
    (first.waitingSince === second.waitingSince && first.sessionId < second.sessionId)
  )
}
