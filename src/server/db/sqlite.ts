import Database from 'better-sqlite3'

import { plannedOnce } from '../../base/plannedOnce.ts'
import type { Sql } from '../../base/sql.ts'
import type { Db, Transaction } from './port.ts'
import { createPlaces, createTurns } from './turns.ts'

/**
 * SQLite behind the port: one connection that writes, one that reads what is committed, and a few for longer looks.
 *
 * In WAL mode readers never wait for the writer. A read transaction keeps its own connection, because a statement that
 * came in between would otherwise see the old moment too.
 *
 * What is committed is read by the writer's connection while nobody writes: each commit makes other connections forget the
 * pages they have in memory, and what is read after a commit is nearly always what was just written.
 */
export const openSqlite = (file: string): Db => {
  const writer = connect(file)
  const reader = connect(file, true)
  const idle: Connection[] = []
  const places = createPlaces(SNAPSHOTS)
  const turns = createTurns()
  let closed = false
  const readerOf = (query: Sql): Connection =>
    writer.inTransaction() || !writer.onlyReads(query) ? reader : writer

  const transaction: Transaction = {
    driver: 'sqlite',
    get writes() {
      return writer.writes()
    },
    all: writer.all,
    get: writer.get,
    run: writer.run,
    savepoint: async (work, keep) => {
      writer.run(SAVEPOINT)
      let value
      try {
        value = await work()
      } catch (error) {
        // On a full disk SQLite has undone the whole transaction already, and the savepoint with it.
        if (writer.inTransaction()) {
          writer.run(ROLLBACK_TO)
          writer.run(RELEASE)
        }
        throw error
      }
      if (keep && !keep(value)) writer.run(ROLLBACK_TO)
      writer.run(RELEASE)
      return value
    },
  }

  return {
    driver: 'sqlite',
    all: <Row>(query: Sql) => readerOf(query).all<Row>(query),
    get: <Row>(query: Sql) => readerOf(query).get<Row>(query),
    transaction: async (work) =>
      turns.take(async () => {
        writer.run(BEGIN_WRITE)
        try {
          const value = await work(transaction)
          writer.run(COMMIT)
          return value
        } catch (error) {
          if (writer.inTransaction()) writer.run(ROLLBACK)
          throw error
        }
      }),
    snapshot: async (work) =>
      places.take(async () => {
        const connection = idle.pop() ?? connect(file, true)
        try {
          connection.run(BEGIN_READ)
          return await work({ driver: 'sqlite', all: connection.all, get: connection.get })
        } finally {
          if (connection.inTransaction()) connection.run(COMMIT)
          if (closed) connection.close()
          else idle.push(connection)
        }
      }),
    alive: async () => {
      try {
        reader.get(ONE)
        return true
      } catch {
        return false
      }
    },
    close: async () => {
      closed = true
      await turns.take(async () => {
        for (const connection of idle.splice(0)) connection.close()
        reader.close()
        writer.close()
      })
    },
  }
}

const statement = (text: string): Sql => ({ text, values: [] })
const BEGIN_WRITE = statement('begin immediate')
const BEGIN_READ = statement('begin')
const COMMIT = statement('commit')
const ROLLBACK = statement('rollback')
const SAVEPOINT = statement('savepoint step')
const ROLLBACK_TO = statement('rollback to step')
const RELEASE = statement('release step')
const ONE = statement('select 1 as one')

interface Connection {
  all<Row>(query: Sql): Row[]
  get<Row>(query: Sql): Row | undefined
  run(query: Sql): number
  onlyReads(query: Sql): boolean
  writes(): number
  inTransaction(): boolean
  close(): void
}

/** So many long looks at once; each keeps a connection with its cache. */
const SNAPSHOTS = 4

/** More different texts than this are made by a mistake: values pasted into the text, lists that are not padded. */
const STATEMENTS = 1000

const connect = (file: string, readonly = false): Connection => {
  const database = new Database(file, { readonly, fileMustExist: readonly })
  database.pragma('busy_timeout = 5000')
  database.pragma('foreign_keys = on')
  database.pragma('trusted_schema = off')
  database.pragma('cell_size_check = on')
  database.pragma(`cache_size = -${readonly ? 16_384 : 65_536}`)
  if (!readonly) {
    database.pragma('journal_mode = wal')
    database.pragma('synchronous = full')
    // The pages of busy threads are written back once for many commits instead of every few.
    database.pragma('wal_autocheckpoint = 8000')
    // Matters on macOS only, where fsync alone does not reach the disk.
    database.pragma('fullfsync = on')
  }
  const statements = new Map<string, Database.Statement<unknown[]>>()
  const prepared = (text: string): Database.Statement<unknown[]> => {
    let found = statements.get(text)
    if (!found) {
      if (statements.size >= STATEMENTS) statements.clear()
      found = database.prepare<unknown[]>(plannedOnce(text))
      statements.set(text, found)
    }
    return found
  }
  let writes = 0
  /** A statement with `returning` writes while it reads. */
  const reading = (text: string): Database.Statement<unknown[]> => {
    const found = prepared(text)
    if (!found.readonly) writes += 1
    return found
  }
  return {
    // The driver cannot know the columns: the store module that wrote the statement says what a row is.
    all: <Row>(query: Sql) => reading(query.text).all(...query.values) as Row[],
    get: <Row>(query: Sql) => reading(query.text).get(...query.values) as Row | undefined,
    run: (query) => {
      const { changes } = prepared(query.text).run(...query.values)
      if (changes > 0) writes += 1
      return changes
    },
    onlyReads: (query) => prepared(query.text).readonly,
    writes: () => writes,
    inTransaction: () => database.inTransaction,
    close: () => {
      database.close()
    },
  }
}
