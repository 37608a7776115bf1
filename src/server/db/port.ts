import type { Sql } from '../../base/sql.ts'

/**
 * One port over both databases.
 *
 * SQLite answers at once and PostgreSQL later, so results are awaitable and are always awaited. SQLite returns plain
 * values, not promises: awaiting a value costs a tenth of a microsecond, making a promise for each statement does not
 * fit into a delivery that takes forty of them.
 */
export type Awaitable<T> = T | Promise<T>

export type Driver = 'sqlite' | 'postgres'

/** Reads. `Row` names the columns of the statement; only the store modules write it. */
export interface ReadDb {
  readonly driver: Driver
  all<Row>(query: Sql): Awaitable<Row[]>
  get<Row>(query: Sql): Awaitable<Row | undefined>
}

/** Reads and writes inside a transaction. */
export interface WriteDb extends ReadDb {
  /** Answers with the number of rows changed. A statement with `returning` goes through `get` or `all`. */
  run(query: Sql): Awaitable<number>
}

export interface Transaction extends WriteDb {
  /** Raised by every statement that may have changed rows: the same figure twice means that nothing was written between. */
  readonly writes: number
  /** Undoes what `work` wrote if it throws or if `keep` says no, and leaves the rest of the transaction alone. */
  savepoint<T>(work: () => Promise<T>, keep?: (value: T) => boolean): Promise<T>
}

/** The database. Statements on it read what is committed; writes need a transaction. */
export interface Db extends ReadDb {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Several reads that see one and the same moment. */
  snapshot<T>(work: (read: ReadDb) => Promise<T>): Promise<T>
  /** Whether it answers now; for readiness. */
  alive(): Promise<boolean>
  close(): Promise<void>
}
