import { rmSync } from 'node:fs'

import { afterAll, beforeAll, describe } from 'vitest'

import type { DatabaseAddress } from '../../src/server/db/open.ts'
import { makeFastFolder } from './fastFolder.ts'
import { startPostgres, type Postgres } from './postgres.ts'
import { newSqlite } from './sqlite.ts'

/** Gives a test a new database of its kind, without rows. */
export interface TestDatabases {
  readonly driver: 'sqlite' | 'postgres'
  /** Null: this kind cannot be had on this machine, and the test ends. */
  fresh(): Promise<DatabaseAddress | null>
}

/** Declares tests of a rule for the faster database alone: no SQL is new in what they prove. */
export const describeSqlite = (name: string, declare: (databases: TestDatabases) => void): void => {
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
        return newSqlite(folder)
      },
    })
  })
}

/** Declares the same tests for both databases. */
export const describeDatabases = (name: string, declare: (databases: TestDatabases) => void): void => {
  describeSqlite(name, declare)
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
