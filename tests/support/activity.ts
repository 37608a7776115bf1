import type { Db } from '../../src/server/db/port.ts'

/** Counts what is under way, so that a test can wait until nothing is. */
export interface Activity {
  readonly pending: number
  /** Grows with everything that begins. */
  readonly begun: number
  during<T>(work: () => Promise<T>): Promise<T>
}

export const createActivity = (): Activity => {
  let pending = 0
  let begun = 0
  return {
    get pending() {
      return pending
    },
    get begun() {
      return begun
    },
    during: async (work) => {
      pending += 1
      begun += 1
      try {
        return await work()
      } finally {
        pending -= 1
      }
    },
  }
}

/** The database, watched. What SQLite answers at once is passed on as it is. */
export const watchedDb = (db: Db, activity: Activity): Db => ({
  driver: db.driver,
  all: (query) => {
    const rows = db.all<never>(query)
    return rows instanceof Promise ? activity.during(() => rows) : rows
  },
  get: (query) => {
    const row = db.get<never>(query)
    return row instanceof Promise ? activity.during(() => row) : row
  },
  transaction: async (work) => activity.during(() => db.transaction(work)),
  snapshot: async (work) => activity.during(() => db.snapshot(work)),
  alive: async () => db.alive(),
  close: async () => db.close(),
})
