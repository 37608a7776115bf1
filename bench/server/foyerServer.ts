/** Foyer's real server as a child that is measured, on data seeded for the occasion. */
import { join } from 'node:path'

import Database from 'better-sqlite3'

import { systemClock } from '../../src/base/clock.ts'
import { createIds } from '../../src/base/ids.ts'
import { silentLogger } from '../../src/base/logger.ts'
import { startServer } from '../../src/server/app/compose.ts'
import { readConfig } from '../../src/server/app/config.ts'
import { openDatabase } from '../../src/server/db/open.ts'
import { seedReception, type ReceptionOptions, type SeededPair } from '../../tests/support/seedReception.ts'
import { answerMeasurer } from '../lib/process.ts'

export interface FoyerServerOptions {
  readonly folder: string
  /** Undefined: the data is there already. */
  readonly seed?: Omit<ReceptionOptions, 'at'>
  readonly port?: number
  /** Whether messages are indexed, behind their delivery. */
  readonly messageSearch?: boolean
  /** Stands for a slower disk: every commit takes this much longer. */
  readonly slowDiskMs?: number
}

export interface FoyerServerReady {
  readonly port: number
  readonly pairs: readonly SeededPair[]
}

/** Makes each commit of SQLite wait, as a slow disk would. */
const slowCommits = (ms: number): void => {
  const wait = new Int32Array(new SharedArrayBuffer(4))
  const prepare = Database.prototype.prepare
  const slow = function (this: Database.Database, source: string): Database.Statement {
    const statement = prepare.call(this, source)
    if (source !== 'commit' || this.readonly) return statement
    const run = statement.run.bind(statement) as () => Database.RunResult
    statement.run = (): Database.RunResult => {
      const result = run()
      Atomics.wait(wait, 0, 0, ms)
      return result
    }
    return statement
  }
  Database.prototype.prepare = slow as typeof prepare
}

const options = JSON.parse(process.argv[2] ?? '{}') as FoyerServerOptions
const ids = createIds(systemClock)
let pairs: readonly SeededPair[] = []
if (options.seed) {
  const world = { clock: systemClock, log: silentLogger }
  const db = await openDatabase({ file: join(options.folder, 'foyer.db') }, world)
  pairs = (await seedReception(db, { ...options.seed, at: Date.now() })).pairs
  await db.close()
}
if (options.slowDiskMs) slowCommits(options.slowDiskMs)
const read = readConfig(
  ['--data', options.folder, '--port', String(options.port ?? 0), '--host', '127.0.0.1'],
  { FOYER_LIMIT_SCALE: '1000000', FOYER_MESSAGE_SEARCH: options.messageSearch === false ? 'off' : 'on' },
)
if (!read.ok) throw new Error(read.problems.join(' '))
const server = await startServer(read.config, { clock: systemClock, ids, log: silentLogger })
const ready: FoyerServerReady = { port: server.port, pairs }
process.send?.(ready)
answerMeasurer()
process.on('SIGTERM', () => {
  void server.stop().finally(() => process.exit(0))
})
