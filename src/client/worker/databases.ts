/**
 * The databases of the browser: one pool of files in the origin's private file system.
 *
 * The pool's files cannot be renamed. So a database is a series of files, `/<name>.<when it was begun>`, of which the
 * newest counts: moving one aside is beginning another, and the old ones are erased when they have been aside long
 * enough. Handles are exclusive: only one worker can have the pool, which the owner's lock sees to.
 */
import type { Clock } from '../../base/clock.ts'
import { ASIDE_MS, checkedName, pragmasOf } from '../host/sqlite.ts'
import { DatabaseError, type Databases, type SqliteDriver } from '../ports/index.ts'
import { loadSqlite, openMemory, openWasm, type Sqlite3 } from './sqliteDriver.ts'

type Pool = Awaited<ReturnType<Sqlite3['installOpfsSAHPoolVfs']>>

/** A database, its log and its rollback journal. */
const FILES_EACH = 3
/** The handles of a worker that was just ended are freed a little later, on a busy machine after seconds. */
const TRIES = 100
const TRY_MS = 100

export interface OpfsDatabases extends Databases {
  /** Gives all files back, so that another worker can have them. */
  release(): void
}

/** `pool` names the folder in the private file system; tests use one each. */
export const createOpfsDatabases = async (clock: Clock, pool = 'foyer'): Promise<OpfsDatabases> => {
  const sqlite3 = await loadSqlite()
  const util = await installPool(sqlite3, pool, clock)
  const open = new Set<SqliteDriver>()
  /** Databases moved aside and not begun again yet. */
  const begun = new Map<string, number>()

  const seriesOf = (name: string): { file: string; at: number }[] =>
    util
      .getFileNames()
      .flatMap((file) => {
        const match = /^\/([\w-]+)\.(\d+)$/u.exec(file)
        return match?.[1] === name ? [{ file, at: Number(match[2]) }] : []
      })
      .sort((a, b) => b.at - a.at)
  const erase = (file: string): void => {
    for (const ending of ['-wal', '-journal', '']) util.unlink(`${file}${ending}`)
  }
  const eraseOld = (name: string): void => {
    seriesOf(name).forEach(({ file }, index, all) => {
      const successor = all[index - 1]
      if (successor && clock.now() - successor.at > ASIDE_MS) erase(file)
    })
  }

  return {
    lasting: true,
    open: async (name) => {
      checkedName(name)
      eraseOld(name)
      await util.reserveMinimumCapacity(util.getFileNames().length + FILES_EACH)
      const newest = seriesOf(name)[0]
      const file = `/${name}.${begun.get(name) ?? newest?.at ?? clock.now()}`
      const driver = openWasm(sqlite3, () => new util.OpfsSAHPoolDb(file), pragmasOf(name))
      begun.delete(name)
      open.add(driver)
      return driver
    },
    openMemory: async () => openMemory(sqlite3),
    moveAside: async (name) => {
      const newest = seriesOf(checkedName(name))[0]
      if (newest) begun.set(name, Math.max(clock.now(), newest.at + 1))
    },
    remove: async (name) => {
      begun.delete(name)
      for (const { file } of seriesOf(checkedName(name))) erase(file)
    },
    release: () => {
      for (const driver of open) driver.close()
      open.clear()
      util.pauseVfs()
    },
  }
}

/** Databases for a window that may keep nothing: they live as long as the worker. */
export const createMemoryDatabases = async (): Promise<OpfsDatabases> => {
  const sqlite3 = await loadSqlite()
  const open = async (): Promise<SqliteDriver> => openMemory(sqlite3)
  return {
    lasting: false,
    open,
    openMemory: open,
    moveAside: async () => undefined,
    remove: async () => undefined,
    release: () => undefined,
  }
}

const installPool = async (sqlite3: Sqlite3, name: string, clock: Clock): Promise<Pool> => {
  const options = {
    name: `opfs-${name}`,
    directory: `.${name}`,
    initialCapacity: 2 * FILES_EACH,
    // Missing in the type: without it a second try only repeats the first one's error.
    forceReinitIfPreviouslyFailed: true,
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sqlite3.installOpfsSAHPoolVfs(options)
    } catch (error) {
      const held = error instanceof DOMException && error.name === 'NoModificationAllowedError'
      if (!held || attempt === TRIES) throw new DatabaseError('unavailable', error)
      await new Promise<void>((resolve) => clock.after(TRY_MS, resolve))
    }
  }
}
