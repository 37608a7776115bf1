import type { DatabaseAddress } from '../../../src/server/db/open.ts'
import { withDatabases, type Driver } from '../../model/databases.ts'

/** Something done on both databases, with figures of its own for each. */
export interface OnDatabases<T> {
  readonly results: readonly (readonly [Driver, T])[]
  /** One part of the figure for each database; it says which could not be had. */
  words(of: (result: T) => string): string
}

/** `sizes`: how much on which database; 0 leaves one out. */
export const onDatabases = async <T>(
  sizes: Readonly<Record<Driver, number>>,
  run: (fresh: () => Promise<DatabaseAddress>, size: number, driver: Driver) => Promise<T>,
): Promise<OnDatabases<T>> => {
  const results: [Driver, T][] = []
  const missing: Driver[] = []
  for (const driver of ['sqlite', 'postgres'] as const) {
    const size = sizes[driver]
    if (size === 0) continue
    const result = await withDatabases(driver, async (fresh) => run(fresh, size, driver))
    if (result === null) missing.push(driver)
    else results.push([driver, result])
  }
  return {
    results,
    words: (of) =>
      [
        ...results.map(([driver, result]) => `${NAMES[driver]}: ${of(result)}`),
        ...missing.map((driver) => `${NAMES[driver]}: not on this machine`),
      ].join('; '),
  }
}

const NAMES: Readonly<Record<Driver, string>> = { sqlite: 'SQLite', postgres: 'PostgreSQL' }
