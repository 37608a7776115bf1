import { DatabaseError, type Databases, type SqliteDriver } from '../../src/client/ports/index.ts'

/** Databases whose disk fills up, or whose pages turn out to be damaged, when the test says so. */
export interface FaultyDatabases extends Databases {
  full: boolean
  /** There is room for what is written, and none when it is to be committed, as on a disk that is really full. */
  fullAtCommit: boolean
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
    transaction: (body) =>
      driver.transaction<ReturnType<typeof body>>((() => {
        const result = body()
        if (faulty.fullAtCommit) throw new DatabaseError('full')
        return result
      }) as never) as ReturnType<typeof body>,
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
    fullAtCommit: false,
    damagedAt: null,
    open: async (name) => wrap(await databases.open(name)),
  }
  return faulty
}
