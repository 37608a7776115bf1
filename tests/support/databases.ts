import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe } from 'vitest'

import type { DatabaseAddress } from '../../src/server/db/open.ts'
import { makeFastFolder } from './fastFolder.ts'
import { startPostgres, type Postgres } from './postgres.ts'

/** Gives a test a new empty database of its kind. */
export interface TestDatabases {
  readonly driver: 'sqlite' | 'postgres'
  /** Null: this kind cannot be had on this machine, and the test ends. */
  fresh(): Promise<DatabaseAddress | null>
}

/** Declares the same tests for both databases. */
export const describeDatabases = (name: string, declare: (databases: TestDatabases) => void): void => {
  describe(`${name} (SQLite)`, () => {
    const folders: string[] = []
    afterAll(() => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    })
    declare({
      driver: 'sqlite',
      fresh: async () => {
        const folder = makeFastFolder('foyer-db-')
        folders.push(folder)
        return { file: join(folder, 'foyer.db') }
      },
    })
  })
  describe(`${name} (PostgreSQL)`, () => {
    let postgres: Postgres | null = null
    beforeAll(async () => {
      postgres = await startPostgres()
    })
    afterAll(async () => {
      await postgres?.stop()
    })
    declare({
      driver: 'postgres',
      fresh: async () => (postgres ? { url: await postgres.createDatabase() } : null),
    })
  })
}
