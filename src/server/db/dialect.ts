/**
 * The places where the two databases differ, all of them.
 *
 * Tables are declared in the words of PostgreSQL: `text`, `integer`, `bigint` (milliseconds, revisions), `smallint` (0 and
 * 1). SQLite's strict tables know `integer` only. A clustered table is stored in the order of its primary key.
 */
import type { Driver } from './port.ts'

export interface TableOptions {
  readonly clustered?: boolean
}

/** The statement that creates a table. `columns` are column and constraint lines, as between the parentheses. */
export const createTable = (
  driver: Driver,
  name: string,
  columns: string,
  options: TableOptions = {},
): string => {
  if (driver === 'postgres') return `create table ${name} (${columns})`
  const strict = columns.replaceAll(/\b(?:bigint|smallint)\b/gu, 'integer')
  return `create table ${name} (${strict}) strict${options.clustered ? ', without rowid' : ''}`
}

/** `?` places become `$1`, `$2`, …: PostgreSQL's form. No literal of ours holds a question mark. */
export const numbered = (text: string): string => {
  let place = 0
  return text.replaceAll('?', () => `$${(place += 1)}`)
}

export type StorageFailure = 'disk-full' | 'storage'

/**
 * Whether an error says that the database itself cannot go on, rather than that one statement was wrong.
 *
 * SQLite undoes the whole transaction on most of these, so the caller must not go on with it.
 */
export const storageFailureOf = (error: unknown): StorageFailure | null => {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'SQLITE_FULL' || code === '53100' || code === 'ENOSPC') return 'disk-full'
  if (/^SQLITE_(?:IOERR|BUSY|LOCKED|NOMEM|READONLY|CANTOPEN|CORRUPT|NOTADB|PROTOCOL)/u.test(code))
    return 'storage'
  // Connection lost, resources gone, shut down, deadlock or serialisation: nothing of this transaction is kept.
  if (/^(?:08|53|57P|58|40|XX)/u.test(code) || /^(?:ECONN|EPIPE|ETIMEDOUT)/u.test(code)) return 'storage'
  return /Connection terminated|timeout exceeded when trying to connect/u.test(error.message)
    ? 'storage'
    : null
}

/** A broken unique constraint, named differently by the two. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' ||
    error.code === '23505')
