import type { Sql } from '../../base/sql.ts'
import type { Row, SqliteDriver } from '../ports/index.ts'
import type { Topic } from './topics.ts'

/** What readers take. */
export interface ReadDb {
  all<T = Row>(query: Sql): T[]
  get<T = Row>(query: Sql): T | undefined
}

/** What writers take; exists only inside `Store.write`, so that every write has its transaction and its topics. */
export interface WriteDb extends ReadDb {
  run(statement: Sql): { readonly changes: number }
  /** Says what this write changes; announced after the commit. */
  touch(...topics: readonly Topic[]): void
}

/** Stands in while nothing is open or nobody is signed in: there is nothing to read. */
export const emptyDb: ReadDb = { all: () => [], get: () => undefined }

export const readDb = (driver: SqliteDriver): ReadDb => ({
  all: (query) => driver.all(query.text, query.values),
  get: (query) => driver.get(query.text, query.values),
})

export const writeDb = (driver: SqliteDriver, touched: Set<Topic>): WriteDb => ({
  ...readDb(driver),
  run: (statement) => driver.run(statement.text, statement.values),
  touch: (...topics) => {
    for (const topic of topics) touched.add(topic)
  },
})
