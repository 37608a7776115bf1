/** P18: what is due takes effect once, however often the server is killed while it catches up. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { ROOT } from '../../../scripts/support/tools.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { silentLogger } from '../../../src/base/logger.ts'
import { sql } from '../../../src/base/sql.ts'
import { openDatabase, type DatabaseAddress } from '../../../src/server/db/open.ts'
import type { Db } from '../../../src/server/db/port.ts'
import { createRandom } from '../../../src/server/demo/random.ts'
import type { Driver } from '../../model/databases.ts'
import { freePort } from '../../support/freePort.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { createFolders } from '../lib/folders.ts'
import { onDatabases } from '../lib/onDatabases.ts'
import { until } from '../lib/wait.ts'
import { seedDue } from './seed.ts'

export interface P18Size {
  readonly timers: Readonly<Record<Driver, number>>
  readonly kills: number
  /** How long after the first the effects may come; null: told, but not judged. */
  readonly mostMs: number | null
}

interface Outcome {
  readonly timers: number
  readonly kills: number
  readonly missed: number
  readonly doubled: number
  /** Of the effects after the first of an undisturbed start. */
  readonly p99Ms: number
}

const PATIENCE_MS = 120_000

export const runP18 = async (seed: number, { timers, kills, mostMs }: P18Size): Promise<Finding> => {
  const { results, words } = await onDatabases(timers, async (fresh, count) => {
    const undisturbed = await catchUp(await fresh(), count, 0, seed)
    const killed = await catchUp(await fresh(), count, kills, seed)
    const sum = (name: 'missed' | 'doubled'): number => undisturbed[name] + killed[name]
    return { ...killed, missed: sum('missed'), doubled: sum('doubled'), p99Ms: undisturbed.p99Ms }
  })
  const isLate = (ms: number): boolean => mostMs !== null && ms > mostMs
  const broken = results.filter(([, { missed, doubled, p99Ms }]) => missed + doubled > 0 || isLate(p99Ms))
  return {
    id: 'P18',
    promise: 'timers fire once across restarts',
    figure: words(
      (outcome) =>
        `${outcome.missed} missed, ${outcome.doubled} double of twice ${outcome.timers} due (${bound(outcome.timers * 2)}), ` +
        `the second time killed ${outcome.kills} times; p99 ${Math.round(outcome.p99Ms)} ms after the first` +
        (mostMs === null ? '' : ` (wanted ≤ ${mostMs})`),
    ),
    holds: broken.length === 0 && results.length > 0,
    seed,
    figures: Object.fromEntries(
      results.flatMap(([driver, outcome]) =>
        Object.entries(outcome).map(([name, value]) => [`${driver} ${name}`, Math.round(value)]),
      ),
    ),
    problems: broken
      .map(([driver, outcome]) => `${driver}: ${JSON.stringify(outcome)}`)
      .slice(0, LONGEST_LIST),
  }
}

/** Starts the server on what is due, and kills it again and again on the way. */
const catchUp = async (
  given: DatabaseAddress,
  timers: number,
  kills: number,
  seed: number,
): Promise<Outcome> => {
  const random = createRandom(seed)
  const folders = createFolders()
  const folder = folders.fresh('due')
  const address = 'url' in given ? given : { file: join(folder, 'foyer.db') }
  await seedDue(address, timers, systemClock.now())
  const db = await openDatabase(address, { clock: systemClock, log: silentLogger })
  const left = await dueOf(db)
  let child: ChildProcess | undefined
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      // Somewhere in its part of the whole, wherever the server is with the next.
      const most = timers * (1 - (kill + random.next()) / kills)
      child = await start(folder, address)
      await until('a part has fired', async () => (await left()) <= most, PATIENCE_MS)
      await stop(child, 'SIGKILL')
    }
    child = await start(folder, address)
    await until('everything due has fired', async () => (await left()) === 0, PATIENCE_MS)
    await stop(child, 'SIGTERM')
    return { timers, kills, ...(await effectsOf(db, timers)) }
  } finally {
    if (child) await stop(child, 'SIGKILL')
    await db.close()
    folders.remove()
  }
}

const start = async (folder: string, address: DatabaseAddress): Promise<ChildProcess> => {
  const args = ['--data', folder, '--host', '127.0.0.1', '--port', String(await freePort()), '--parent']
  return spawn(process.execPath, [join(ROOT, 'src/server/app/main.ts'), ...args], {
    env: { ...process.env, ...('url' in address && { DATABASE_URL: address.url }) },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
}

const stop = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

/** How many of those that were due at the beginning are left: a session that was given on gets a new one. */
const dueOf = async (db: Db): Promise<() => Promise<number>> => {
  const now = systemClock.now()
  return async () =>
    (
      await db.get<{ count: number }>(sql`
        select count(*) as count from timers where subject like 'session-%' and due_at <= ${now}`)
    )?.count ?? 0
}

const effectsOf = async (db: Db, timers: number): Promise<Pick<Outcome, 'missed' | 'doubled' | 'p99Ms'>> => {
  const effects = await db.all<{ session_id: string; at: number }>(sql`
    select session_id, at from session_journal where cause in ('ended', 'timeout') order by at`)
  const lines = await db.get<{ count: number }>(sql`
    select count(*) as count from messages where sender_kind = 'system'
      and (body like '%"session-ended"%' or body like '%"session-transferred"%')`)
  const different = new Set(effects.map(({ session_id }) => session_id)).size
  const first = effects[0]?.at ?? 0
  const last = effects[Math.floor(effects.length * 0.99)]?.at ?? effects.at(-1)?.at ?? 0
  return {
    missed: timers - different,
    // Told once, too.
    doubled: effects.length - different + Math.abs((lines?.count ?? 0) - effects.length),
    p99Ms: last - first,
  }
}
