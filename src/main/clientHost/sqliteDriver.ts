/** The driver of the desktop: better-sqlite3. */
import Database from 'better-sqlite3'

import type { SqlValue } from '../../base/sql.ts'
import {
  createStatementCache,
  createTransactions,
  databaseError,
  NO_VALUES,
  type Row,
  type SqliteDriver,
} from '../../client/host/sqlite.ts'

const RESULT_CODES: Readonly<Record<string, number>> = {
  SQLITE_PERM: 3,
  SQLITE_BUSY: 5,
  SQLITE_LOCKED: 6,
  SQLITE_READONLY: 8,
  SQLITE_IOERR: 10,
  SQLITE_CORRUPT: 11,
  SQLITE_FULL: 13,
  SQLITE_CANTOPEN: 14,
  SQLITE_NOTADB: 26,
}

/** A file the process before this one still holds is free again soon after its death. */
const BUSY_MS = 1000

/** Opens `file` (or `:memory:`) and sets it up by `pragmas`. Throws `DatabaseError`. */
export const openSqlite = (file: string, pragmas: string): SqliteDriver => {
  const db = guarded(() => new Database(file, { timeout: BUSY_MS }))
  try {
    guarded(() => db.exec(pragmas))
  } catch (error) {
    db.close()
    throw error
  }
  return driverOf(db)
}

const driverOf = (db: Database.Database): SqliteDriver => {
  const statements = createStatementCache(
    (text) => db.prepare<unknown[], unknown>(text),
    () => undefined,
  )
  const exec = (text: string): void => {
    guarded(() => db.exec(text))
  }
  const all = <T = Row>(text: string, values: readonly SqlValue[] = NO_VALUES): T[] =>
    guarded(() => {
      const statement = statements.get(text)
      if (statement.reader) return statement.all(...values) as T[]
      statement.run(...values)
      return []
    })
  return {
    exec,
    all,
    run: (text, values = NO_VALUES) =>
      guarded(() => {
        const statement = statements.get(text)
        if (!statement.reader) return { changes: statement.run(...values).changes }
        return { changes: statement.all(...values).length }
      }),
    get: <T = Row>(text: string, values: readonly SqlValue[] = NO_VALUES) => all<T>(text, values)[0],
    transaction: createTransactions(exec, () => db.inTransaction),
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
    if (!(error instanceof Database.SqliteError)) throw openingError(error)
    const primary = error.code.split('_').slice(0, 2).join('_')
    throw databaseError(RESULT_CODES[primary] ?? 1, error)
  }
}

/** better-sqlite3 looks for the folder by itself and tells it in words only. */
const openingError = (error: unknown): unknown =>
  error instanceof TypeError && error.message.includes('directory does not exist')
    ? databaseError(14, error)
    : error
