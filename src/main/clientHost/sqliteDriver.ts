/** The driver of the desktop: better-sqlite3 over a SQLite that can encrypt its files. */
import Database from 'better-sqlite3-multiple-ciphers'

import { plannedOnce } from '../../base/plannedOnce.ts'
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

/** Each page is checked when it is read: a flipped bit is damage, never another letter. */
const CIPHER = 'chacha20'

/** A file the process before this one still holds is free again soon after its death. */
const BUSY_MS = 1000

/** Opens the database `name` in `file`. */
export type OpenFile = (file: string, name: string) => SqliteDriver

/** Opens `file` (or `:memory:`) and sets it up by `pragmas`; encrypted where there is a `key`. Throws `DatabaseError`. */
export const openSqlite = (file: string, pragmas: string, key?: Uint8Array): SqliteDriver => {
  const db = guarded(() => new Database(file, { timeout: BUSY_MS }))
  try {
    guarded(() => {
      if (key) encrypt(db, key)
      db.exec(pragmas)
    })
  } catch (error) {
    db.close()
    throw error
  }
  return driverOf(db)
}

/** As bytes and not as a password, which would be stretched anew at every opening. */
const encrypt = (db: Database.Database, key: Uint8Array): void => {
  db.exec(`pragma cipher = '${CIPHER}'`)
  // A SQLite without ciphers takes any key and writes plain text.
  if (db.pragma('cipher', { simple: true }) !== CIPHER) throw new Error('this SQLite cannot encrypt')
  db.exec(`pragma key = "x'${Buffer.from(key).toString('hex')}'"`)
}

const driverOf = (db: Database.Database): SqliteDriver => {
  const statements = createStatementCache(
    (text) => db.prepare<unknown[], unknown>(plannedOnce(text)),
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
