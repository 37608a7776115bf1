/**
 * Before the first test: one PostgreSQL for all of them, and on both kinds of database one that has its schema, of which
 * the tests take copies. A server and a schema for each file of tests took longer than the tests did.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { systemClock } from '../../src/base/clock.ts'
import { silentLogger } from '../../src/base/logger.ts'
import { openDatabase, type DatabaseAddress } from '../../src/server/db/open.ts'
import { makeFastFolder } from './fastFolder.ts'
import { startPostgres } from './postgres.ts'

const buildSchema = async (address: DatabaseAddress): Promise<void> => {
  const db = await openDatabase(address, { clock: systemClock, log: silentLogger })
  await db.close()
}

let clear = async (): Promise<void> => undefined

export const setup = async (): Promise<void> => {
  const folder = makeFastFolder('foyer-template-')
  const file = join(folder, 'template.db')
  await buildSchema({ file })
  process.env.FOYER_TEST_SQLITE_TEMPLATE = file
  process.env.FOYER_TEST_FOLDER = folder
  const postgres = await startPostgres()
  if (postgres) {
    const url = await postgres.createDatabase()
    await buildSchema({ url })
    const address = new URL(url)
    process.env.FOYER_TEST_DATABASE_TEMPLATE = address.pathname.slice(1)
    address.pathname = '/postgres'
    process.env.FOYER_TEST_DATABASE_URL ??= address.href
  }
  clear = async () => {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export const teardown = async (): Promise<void> => clear()
