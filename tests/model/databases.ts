import { rmSync } from 'node:fs'

import type { DatabaseAddress } from '../../src/server/db/open.ts'
import { makeFastFolder } from '../support/fastFolder.ts'
import { startPostgres } from '../support/postgres.ts'
import { newSqlite } from '../support/sqlite.ts'

export type Driver = 'sqlite' | 'postgres'

/** Runs something over databases of a kind without rows; null: this kind cannot be had on this machine. */
export const withDatabases = async <T>(
  driver: Driver,
  use: (fresh: () => Promise<DatabaseAddress>) => Promise<T>,
): Promise<T | null> => {
  if (driver === 'sqlite') {
    const folder = makeFastFolder('foyer-model-')
    let made = 0
    try {
      return await use(async () => newSqlite(folder, `${(made += 1)}.db`))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const postgres = await startPostgres()
  if (!postgres) return null
  try {
    return await use(async () => ({ url: await postgres.createDatabase() }))
  } finally {
    await postgres.stop()
  }
}
