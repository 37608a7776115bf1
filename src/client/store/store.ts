import { createEmitter, type Emitter } from '../../base/emitter.ts'
import type { Logger } from '../../base/logger.ts'
import { DatabaseError, type SqliteDriver } from '../ports/index.ts'
import { emptyDb, readDb, writeDb, type ReadDb, type WriteDb } from './database.ts'
import type { Topic } from './topics.ts'

/** Both databases inside one transaction each; the cache is committed first. */
export interface Writer {
  readonly own: WriteDb
  readonly cache: WriteDb
}

type NotPromise<T> = T extends PromiseLike<unknown> ? never : T

/**
 * The two local databases and the announcements of what changed in them.
 *
 * `own` holds what only this device knows, `cache` what can be fetched again. Readers may be kept: they always read
 * from what is open at the moment.
 */
export interface Store {
  readonly own: ReadDb
  readonly cache: ReadDb
  /** Changed topics, after each commit. */
  readonly changes: Emitter<ReadonlySet<Topic>>
  /** One local transaction over both databases. Throws `DatabaseError`, and then nothing was written. */
  write<T>(body: (writer: Writer) => NotPromise<T>): T
  /** The same over `own` alone, for writes that must succeed whatever state the cache is in. */
  writeOwn<T>(body: (own: WriteDb) => NotPromise<T>): T
  /** Announces a change of state that lives in memory. */
  announce(...topics: readonly Topic[]): void
  /** Takes other databases into use and closes the former ones; null: none. Undefined leaves it as it is. */
  use(drivers: { readonly own?: SqliteDriver | null; readonly cache?: SqliteDriver | null }): void
  /** Called with each failure of a database, also of readers. */
  readonly faults: Emitter<Fault>
}

export interface Fault {
  readonly database: DatabaseName
  readonly error: DatabaseError
}
export type DatabaseName = 'own' | 'cache'

export const createStore = (log: Logger): Store => {
  const open: Record<DatabaseName, SqliteDriver | null> = { own: null, cache: null }
  const onError = (error: unknown): void => log.error('a listener of the store failed', { error })
  const changes = createEmitter<ReadonlySet<Topic>>(onError)
  const faults = createEmitter<Fault>(onError)

  const guarded = <T>(database: DatabaseName, body: () => T): T => {
    try {
      return body()
    } catch (error) {
      if (error instanceof DatabaseError) faults.emit({ database, error })
      throw error
    }
  }
  const reader = (database: DatabaseName): ReadDb => {
    const current = (): ReadDb => {
      const driver = open[database]
      return driver ? readDb(driver) : emptyDb
    }
    return {
      all: (query) => guarded(database, () => current().all(query)),
      get: (query) => guarded(database, () => current().get(query)),
    }
  }
  const inTransaction = <T>(database: DatabaseName, body: (driver: SqliteDriver) => NotPromise<T>): T => {
    const driver = open[database]
    if (!driver) throw new DatabaseError('unavailable')
    return guarded(database, () => driver.transaction<NotPromise<T>>((() => body(driver)) as never) as T)
  }
  const announced = <T>(body: (touched: Set<Topic>) => T): T => {
    const touched = new Set<Topic>()
    const result = body(touched)
    if (touched.size > 0) changes.emit(touched)
    return result
  }

  return {
    own: reader('own'),
    cache: reader('cache'),
    changes,
    faults,
    write: <T>(body: (writer: Writer) => NotPromise<T>) =>
      announced((touched) =>
        inTransaction<T>(
          'own',
          (own) =>
            inTransaction<T>('cache', (cache) =>
              body({ own: writeDb(own, touched), cache: writeDb(cache, touched) }),
            ) as NotPromise<T>,
        ),
      ),
    writeOwn: <T>(body: (own: WriteDb) => NotPromise<T>) =>
      announced((touched) => inTransaction<T>('own', (own) => body(writeDb(own, touched)))),
    announce: (...topics) => changes.emit(new Set(topics)),
    use: (drivers) => {
      for (const database of ['own', 'cache'] as const) {
        const next = drivers[database]
        if (next === undefined || next === open[database]) continue
        const former = open[database]
        open[database] = next
        closeQuietly(former, log)
      }
      changes.emit(new Set<Topic>(['*']))
    },
  }
}

const closeQuietly = (driver: SqliteDriver | null, log: Logger): void => {
  try {
    driver?.close()
  } catch (error) {
    log.warn('a database could not be closed', { error })
  }
}
