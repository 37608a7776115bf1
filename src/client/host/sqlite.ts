/** What the SQLite drivers of all hosts share, so that the core sees the same database everywhere. */
import type { SqlValue } from '../../base/sql.ts'
import { DatabaseError, type DatabaseErrorCode, type SqliteDriver } from '../ports/index.ts'

export { DatabaseError } from '../ports/index.ts'
export type { Databases, FilesNotice, FormerFile, Row, SqliteDriver } from '../ports/index.ts'

export const NO_VALUES: readonly SqlValue[] = []

/** Damaged files are kept this long beside the new one (R-17-069). */
export const ASIDE_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Settings of a connection.
 *
 * Exclusive locking because one process owns a file: a second one is refused instead of let in, and in a browser no
 * read has to look for other writers first. With it WAL needs no shared memory, which browsers do not have. What only
 * this device knows is on the disk before the promise resolves; a cache may lose its last moments to a power cut. Pictures
 * that are removed give their room back, which has to be said before anything is in the file.
 */
export const pragmasOf = (name: string): string => `
  pragma locking_mode = exclusive;
  ${isMedia(name) ? 'pragma auto_vacuum = incremental;' : ''}
  pragma journal_mode = wal;
  pragma synchronous = ${isCache(name) || isMedia(name) ? 'normal' : 'full'};
  pragma foreign_keys = on;
  pragma temp_store = memory;
  pragma cache_size = ${isCache(name) ? -32_000 : -4_000};`

const isCache = (name: string): boolean => name.startsWith('cache')
const isMedia = (name: string): boolean => name.startsWith('media')

/** Refuses a name that would lead out of the folder. */
export const checkedName = (name: string): string => {
  if (!/^[\w-]{1,80}$/u.test(name)) throw new Error('a database name has letters, digits, _ and - only')
  return name
}

const CODES: Readonly<Record<number, DatabaseErrorCode>> = {
  3: 'unavailable',
  5: 'busy',
  6: 'busy',
  8: 'readonly',
  10: 'io',
  11: 'corrupt',
  13: 'full',
  14: 'unavailable',
  26: 'corrupt',
}

/** The error to throw for one SQLite's result code stands for; anything else is a bug and stays as it is. */
export const databaseError = (resultCode: number, cause: unknown): unknown => {
  // The low byte is the primary code, the rest says more than anybody acts on.
  const code = CODES[resultCode & 0xff]
  return code ? new DatabaseError(code, cause) : cause
}

/**
 * `transaction` over any connection: the outermost call begins, nested ones are savepoints.
 *
 * SQLite rolls back by itself on a full disk or a read error; then there is nothing left to roll back, and the first
 * error is the one to tell.
 */
export const createTransactions = (
  exec: (text: string) => void,
  isInTransaction: () => boolean,
): SqliteDriver['transaction'] => {
  let depth = 0
  return (body) => {
    const savepoint = `level_${depth}`
    const outermost = depth === 0
    exec(outermost ? 'begin immediate' : `savepoint ${savepoint}`)
    depth += 1
    try {
      const result = body()
      exec(outermost ? 'commit' : `release ${savepoint}`)
      return result
    } catch (error) {
      if (isInTransaction()) exec(outermost ? 'rollback' : `rollback to ${savepoint}; release ${savepoint}`)
      throw error
    } finally {
      depth -= 1
    }
  }
}

/** Keeps the statements used last, so that lists of changing length do not fill the memory. */
export const createStatementCache = <S>(
  prepare: (text: string) => S,
  finalize: (statement: S) => void,
  limit = 400,
): { get: (text: string) => S; clear: () => void } => {
  const statements = new Map<string, S>()
  const get = (text: string): S => {
    const known = statements.get(text)
    if (known !== undefined) return known
    const fresh = prepare(text)
    statements.set(text, fresh)
    if (statements.size > limit) {
      for (const [oldest, statement] of statements) {
        statements.delete(oldest)
        finalize(statement)
        break
      }
    }
    return fresh
  }
  const clear = (): void => {
    for (const statement of statements.values()) finalize(statement)
    statements.clear()
  }
  return { get, clear }
}
