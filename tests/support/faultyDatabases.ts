import { DatabaseError, type Databases, type SqliteDriver } from '../../src/client/ports/index.ts'

/** Databases whose disk fills up, or whose pages turn out to be damaged, when the test says so. */
export interface FaultyDatabases extends Databases {
  full: boolean
  /** The next read of this text finds damage. */
  damagedAt: string | null
}

const WRITES = /^\s*(?:insert|update|delete|create|with recursive)/iu

export const createFaultyDatabases = (databases: Databases): FaultyDatabases => {
  const check = (text: string): void => {
    if (faulty.full && WRITES.test(text)) throw new DatabaseError('full')
    if (faulty.damagedAt !== null && text.includes(faulty.damagedAt)) {
      faulty.damagedAt = null
      throw new DatabaseError('corrupt')
    }
  }
  const wrap = (driver: SqliteDriver): SqliteDriver => ({
    ...driver,
    exec: (text) => {
      check(text)
      driver.exec(text)
    },
    run: (text, values) => {
      check(text)
      return driver.run(text, values)
    },
    all: (text, values) => {
      check(text)
      return driver.all(text, values)
    },
    get: (text, values) => {
      check(text)
      return driver.get(text, values)
    },
  })
  const faulty: FaultyDatabases = {
    ...databases,
    full: false,
    damagedAt: null,
    open: async (name) => wrap(await databases.open(name)),
  }
  return faulty
}
