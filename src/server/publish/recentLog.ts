import type { LogItem } from './logItem.ts'

/**
 * The newest stretch of one organisation's log, in memory.
 *
 * After a restart thousands of clients ask for the same few seconds at once: they share these items, texts included,
 * instead of each reading them from the database.
 */
export interface RecentLog {
  /** Adds what was just committed. */
  append(items: readonly LogItem[]): void
  /** Adds what lies directly before the oldest. */
  prepend(items: readonly LogItem[]): void
  /** Items with `after < revision <= upTo`, at most `limit`; undefined if the stretch does not reach back that far. */
  read(after: number, upTo: number, limit: number): readonly LogItem[] | undefined
  /** Revision before the oldest item; undefined while empty. */
  readonly start: number | undefined
}

export const createRecentLog = (capacity: number): RecentLog => {
  let items: LogItem[] = []
  const end = (): number | undefined => items.at(-1)?.revision
  const start = (): number | undefined => {
    const first = items[0]
    return first && first.revision - 1
  }
  return {
    append: (added) => {
      const last = end() ?? 0
      const fresh = added.filter((item) => item.revision > last)
      const first = fresh[0]
      if (!first) return
      // A hole would be read as "nothing happened": better to know less.
      if (items.length > 0 && last !== first.revision - 1) items = []
      items.push(...fresh)
      // Cut seldom: taking single items from the front of an array moves all the others.
      if (items.length > capacity * 1.5) items = items.slice(-capacity)
    },
    prepend: (added) => {
      const last = added.at(-1)
      if (last && start() === last.revision) items = [...added, ...items]
    },
    read: (after, upTo, limit) => {
      const from = start()
      if (from === undefined || after < from) return undefined
      return items.slice(after - from, Math.min(upTo - from, after - from + limit))
    },
    get start() {
      return start()
    },
  }
}
