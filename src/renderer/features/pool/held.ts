import type { PoolEntry, SessionId } from '../../../protocol/model/index.ts'

export interface HeldPool {
  readonly entries: readonly PoolEntry[]
  readonly gone: ReadonlySet<SessionId>
  /** How many came in and wait to be shown. */
  readonly fresh: number
}

/** The pool as it is shown while it is held (R-02-117): rows stay, taken ones are marked, new ones are counted. */
export const heldPool = (latest: readonly PoolEntry[], held: readonly PoolEntry[] | null): HeldPool => {
  if (held === null) return { entries: latest, gone: new Set(), fresh: 0 }
  const latestById = new Map(latest.map((entry) => [entry.sessionId, entry]))
  const heldIds = new Set(held.map(({ sessionId }) => sessionId))
  return {
    entries: held.map((entry) => latestById.get(entry.sessionId) ?? entry),
    gone: new Set(held.flatMap(({ sessionId }) => (latestById.has(sessionId) ? [] : [sessionId]))),
    fresh: latest.filter(({ sessionId }) => !heldIds.has(sessionId)).length,
  }
}
