import type { Scope } from '../../protocol/model/index.ts'
import type { LogItem } from './logItem.ts'
import { beginStretch, type Stretch } from './stretch.ts'

/**
 * The newest part of one organisation's log, in memory.
 *
 * After a restart thousands of clients ask for the same few seconds at once: they share these items, texts included,
 * instead of each reading them from the database.
 */
export interface RecentLog {
  /** Adds what was just committed. */
  append(items: readonly LogItem[]): void
  /** What is here is not what the log says now. */
  forget(): void
  /** Adds what lies directly before the oldest. */
  prepend(items: readonly LogItem[]): void
  /**
   * Items of the scopes with `after < revision <= upTo`, in order; undefined if the log here does not reach that far.
   *
   * Looked up by scope: who was away for a few seconds does not look through what a thousand others wrote.
   */
  read(scopes: ReadonlySet<Scope>, after: number, upTo: number): readonly LogItem[] | undefined
  /** Revision before the oldest item; undefined while empty. */
  readonly start: number | undefined
}

/** Keeps at least `capacity` items, once there were so many. */
export const createRecentLog = (capacity: number): RecentLog => {
  let stretches: Stretch[] = []
  /** Revisions by scope, made as far as somebody asked; `pool:*` has what is in any pool. */
  const byScope = new Map<Scope, number[]>()
  let indexedTo = 0
  const end = (): number => stretches.at(-1)?.last ?? 0
  const start = (): number | undefined => {
    const [oldest] = stretches
    return oldest && oldest.first - 1
  }
  const file = (scope: Scope, revision: number): void => {
    const known = byScope.get(scope)
    if (known) known.push(revision)
    else byScope.set(scope, [revision])
  }
  const bringIndexUp = (): void => {
    for (const stretch of stretches) {
      for (let at = Math.max(stretch.first, indexedTo + 1); at <= stretch.last; at += 1) {
        const scope = stretch.scopeOf(at)
        file(scope, at)
        if (scope.startsWith('pool:')) file('pool:*', at)
      }
    }
    indexedTo = end()
  }
  const forgetIndex = (): void => {
    byScope.clear()
    indexedTo = 0
  }
  const forget = (): void => {
    stretches = []
    forgetIndex()
  }
  /** The oldest stretch, when there is enough without it. */
  const dropOldest = (): Stretch | undefined => {
    const [oldest] = stretches
    if (!oldest || end() - oldest.last < capacity) return undefined
    forgetIndex()
    return stretches.shift()
  }
  const itemAt = (revision: number): LogItem | undefined =>
    stretches.find(({ last }) => last >= revision)?.item(revision)

  return {
    append: (added) => {
      for (const item of added) {
        if (item.revision <= end()) continue
        // A hole would be read as "nothing happened": better to know less.
        if (stretches.length > 0 && item.revision !== end() + 1) forget()
        if (stretches.at(-1)?.add(item)) continue
        stretches.push(beginStretch(item, dropOldest()))
      }
    },
    forget,
    prepend: (added) => {
      const last = added.at(-1)
      if (!last || start() !== last.revision) return
      stretches.unshift(...stretchesOf(added))
      forgetIndex()
    },
    read: (scopes, after, upTo) => {
      const from = start()
      if (from === undefined || after < from || upTo > end()) return undefined
      bringIndexUp()
      const revisions: number[] = []
      for (const scope of scopes) {
        // Filed under both.
        if (scope.startsWith('pool:') && scope !== 'pool:*' && scopes.has('pool:*')) continue
        const list = byScope.get(scope) ?? []
        for (let at = firstAfter(list, after); at < list.length; at += 1) {
          const revision = list[at]
          if (revision === undefined || revision > upTo) break
          revisions.push(revision)
        }
      }
      return revisions.sort((a, b) => a - b).flatMap((revision) => itemAt(revision) ?? [])
    },
    get start() {
      return start()
    },
  }
}

const stretchesOf = (items: readonly LogItem[]): Stretch[] => {
  const made: Stretch[] = []
  for (const item of items) {
    if (!made.at(-1)?.add(item)) made.push(beginStretch(item))
  }
  return made
}

/** Index of the first revision that is higher. */
const firstAfter = (revisions: readonly number[], revision: number): number => {
  let low = 0
  let high = revisions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((revisions[middle] ?? 0) > revision) high = middle
    else low = middle + 1
  }
  return low
}
