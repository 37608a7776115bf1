/** The driver of the browser: SQLite compiled to WebAssembly. */
import sqlite3InitModule, { type Database, type PreparedStatement } from '@sqlite.org/sqlite-wasm'

import type { SqlValue } from '../../base/sql.ts'
import {
  createStatementCache,
  createTransactions,
  databaseError,
  NO_VALUES,
  pragmasOf,
} from '../host/sqlite.ts'
import type { Row, SqliteDriver } from '../ports/index.ts'

export type Sqlite3 = Awaited<ReturnType<typeof sqlite3InitModule>>

/** Compiles the program; costs some 80 ms, so once for each worker. */
export const loadSqlite = (): Promise<Sqlite3> => sqlite3InitModule()

/** An empty database that is gone once closed. */
export const openMemory = (sqlite3: Sqlite3): SqliteDriver =>
  openWasm(sqlite3, () => new sqlite3.oo1.DB(':memory:'), pragmasOf('memory'))

/** Opens a database by `open` and sets it up by `pragmas`. Throws `DatabaseError`. */
export const openWasm = (sqlite3: Sqlite3, open: () => Database, pragmas: string): SqliteDriver => {
  const db = guarded(open)
  try {
    guarded(() => db.exec(pragmas))
  } catch (error) {
    db.close()
    throw error
  }
  return driverOf(sqlite3, db)
}

interface Prepared {
  readonly statement: PreparedStatement
  readonly columns: readonly string[]
}

const driverOf = (sqlite3: Sqlite3, db: Database): SqliteDriver => {
  const statements = createStatementCache<Prepared>(
    (text) => {
      const statement = db.prepare(text)
      return { statement, columns: statement.columnCount > 0 ? statement.getColumnNames() : [] }
    },
    ({ statement }) => statement.finalize(),
  )
  const exec = (text: string): void => {
    guarded(() => db.exec(text))
  }
  const all = <T = Row>(text: string, values: readonly SqlValue[] = NO_VALUES): T[] =>
    guarded(() => {
      const { statement, columns } = statements.get(text)
      try {
        if (values.length > 0) statement.bind([...values])
        const rows: T[] = []
        while (statement.step()) {
          const row: Record<string, SqlValue> = {}
          for (let index = 0; index < columns.length; index += 1) {
            row[columns[index] as string] = statement.get(index) as SqlValue
          }
          rows.push(row as T)
        }
        return rows
      } finally {
        statement.reset(true)
      }
    })
  return {
    exec,
    all,
    run: (text, values = NO_VALUES) => {
      const rows = all(text, values)
      return { changes: rows.length > 0 ? rows.length : Number(db.changes()) }
    },
    get: <T = Row>(text: string, values: readonly SqlValue[] = NO_VALUES) => all<T>(text, values)[0],
    transaction: createTransactions(exec, () => sqlite3.capi.sqlite3_get_autocommit(db) === 0),
    close: () => {
      statements.clear()
      db.close()
    },
  }
}

const guarded = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    const code: unknown = error instanceof Error && 'resultCode' in error ? error.resultCode : undefined
    throw typeof code === 'number' ? databaseError(code, error) : error
  }
}
