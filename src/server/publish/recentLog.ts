import type { Scope } from '../../protocol/model/index.ts'
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
  /**
   * Items of the scopes with `after < revision <= upTo`, in order; undefined if the stretch does not reach that far.
   *
   * Taken from a list for each scope: who was away for a few seconds does not look through what a thousand others wrote.
   */
  read(scopes: ReadonlySet<Scope>, after: number, upTo: number): readonly LogItem[] | undefined
  /** Revision before the oldest item; undefined while empty. */
  readonly start: number | undefined
}

export const createRecentLog = (capacity: number): RecentLog => {
  let items: LogItem[] = []
  /** By scope, made as far as somebody asked; `pool:*` has what is in any pool. */
  const byScope = new Map<Scope, LogItem[]>()
  let indexedTo = 0
  const end = (): number | undefined => items.at(-1)?.revision
  const start = (): number | undefined => {
    const first = items[0]
    return first && first.revision - 1
  }
  const file = (scope: Scope, item: LogItem): void => {
    const known = byScope.get(scope)
    if (known) known.push(item)
    else byScope.set(scope, [item])
  }
  const bringIndexUp = (): void => {
    const from = start()
    if (from === undefined) return
    for (const item of items.slice(Math.max(0, indexedTo - from))) {
      file(item.scope, item)
      if (item.scope.startsWith('pool:')) file('pool:*', item)
    }
    indexedTo = end() ?? 0
  }
  const replace = (by: LogItem[]): void => {
    items = by
    byScope.clear()
    indexedTo = 0
  }

  return {
    append: (added) => {
      const last = end() ?? 0
      const fresh = added.filter((item) => item.revision > last)
      const first = fresh[0]
      if (!first) return
      // A hole would be read as "nothing happened": better to know less.
      if (items.length > 0 && last !== first.revision - 1) replace([])
      items.push(...fresh)
      // Cut seldom: taking single items from the front of an array moves all the others.
      if (items.length > capacity * 1.5) replace(items.slice(-capacity))
    },
    prepend: (added) => {
      const last = added.at(-1)
      if (last && start() === last.revision) replace([...added, ...items])
    },
    read: (scopes, after, upTo) => {
      const from = start()
      if (from === undefined || after < from || upTo > (end() ?? 0)) return undefined
      bringIndexUp()
      const found: LogItem[] = []
      for (const scope of scopes) {
        // Filed under both.
        if (scope.startsWith('pool:') && scope !== 'pool:*' && scopes.has('pool:*')) continue
        const list = byScope.get(scope) ?? []
        for (let at = firstAfter(list, after); at < list.length; at += 1) {
          const item = list[at]
          if (!item || item.revision > upTo) break
          found.push(item)
        }
      }
      return found.sort((a, b) => a.revision - b.revision)
    },
    get start() {
      return start()
    },
  }
}

/** Index of the first item with a higher revision. */
const firstAfter = (list: readonly LogItem[], revision: number): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.revision ?? 0) > revision) high = middle
    else low = middle + 1
  }
  return low
}
