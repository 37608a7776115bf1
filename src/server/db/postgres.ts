import { Socket } from 'node:net'

import pg from 'pg'

import type { Logger } from '../../base/logger.ts'
import type { Sql } from '../../base/sql.ts'
import { numbered } from './dialect.ts'
import type { Db, ReadDb, Transaction } from './port.ts'

const INT8 = 20
const CONNECTIONS = 16

/** PostgreSQL behind the port: a pool of connections, statements prepared once on each. */
export const openPostgres = (url: string, log: Logger): Db => {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5000,
    // Statements that need not wait for each other share a round trip, which takes ten times as long as most of them.
    pipeline: true,
    stream: () => new GatheringSocket(),
    types: { getTypeParser },
  })
  // Without a listener the loss of an idle connection, as when PostgreSQL restarts, ends the process.
  pool.on('error', (error) => {
    log.warn('database connection lost', { reason: error.message })
  })

  const within = async <T>(begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken = false
    try {
      await client.query(begin)
      const value = await work(client)
      await client.query('commit')
      return value
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    ...readsOf(pool),
    transaction: async (work) => within('begin', async (client) => work(transactionOn(client))),
    snapshot: async (work) =>
      within('begin isolation level repeatable read read only', async (client) => work(readsOf(client))),
    alive: async () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    close: async () => pool.end(),
  }
}

/** Sends together what was asked for in one go: the driver would hand each statement to the system by itself. */
class GatheringSocket extends Socket {
  override uncork(): void {
    process.nextTick(() => {
      super.uncork()
    })
  }
}

const getTypeParser = (oid: number, format?: 'text' | 'binary'): unknown =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')

/** The same text is sent under the same name, so that PostgreSQL parses it once on each connection. */
const namedByText = new Map<string, { readonly name: string; readonly text: string }>()

const toQuery = (query: Sql): pg.QueryConfig => {
  let named = namedByText.get(query.text)
  if (!named) {
    named = { name: `s${namedByText.size}`, text: numbered(query.text) }
    namedByText.set(query.text, named)
  }
  return { ...named, values: [...query.values] }
}

const readsOf = (source: pg.Pool | pg.PoolClient): ReadDb => ({
  driver: 'postgres',
  all: async <Row>(query: Sql) => (await source.query(toQuery(query))).rows as Row[],
  get: async <Row>(query: Sql) => (await source.query(toQuery(query))).rows[0] as Row | undefined,
})

const transactionOn = (client: pg.PoolClient): Transaction => {
  let writes = 0
  const counted = async (query: Sql): Promise<pg.QueryResult> => {
    const result = await client.query(toQuery(query))
    if (result.command !== 'SELECT' && result.rowCount !== 0) writes += 1
    return result
  }
  return {
    driver: 'postgres',
    get writes() {
      return writes
    },
    all: async <Row>(query: Sql) => (await counted(query)).rows as Row[],
    get: async <Row>(query: Sql) => (await counted(query)).rows[0] as Row | undefined,
    run: async (query) => (await counted(query)).rowCount ?? 0,
    savepoint: async (work, keep) => {
      await client.query('savepoint step')
      let value
      try {
        value = await work()
      } catch (error) {
        await client.query('rollback to step; release step')
        throw error
      }
      await client.query(keep && !keep(value) ? 'rollback to step; release step' : 'release step')
      return value
    },
  }
}
