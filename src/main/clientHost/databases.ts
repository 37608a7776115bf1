/** The databases of the desktop: files in one folder that only this user may read. */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Clock } from '../../base/clock.ts'
import { ASIDE_MS, checkedName, DatabaseError, pragmasOf, type Databases } from '../../client/host/sqlite.ts'
import { KEY_PART } from './encryptedFiles.ts'
import { openSqlite, type OpenFile } from './sqliteDriver.ts'

/** What can stand beside a database; the part of its key goes first, as the rest is worth nothing without it. */
const BESIDE = [KEY_PART, '', '-wal', '-shm', '-journal']

export const createDatabases = (folder: string, clock: Clock, openFile: OpenFile = openPlain): Databases => {
  const fileOf = (name: string): string => join(folder, `${checkedName(name)}.db`)
  const makeFolder = (): void => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
    } catch (error) {
      throw new DatabaseError('unavailable', error)
    }
  }
  /** Files moved aside are named `<name>.<when>.aside`, with what stood beside them. */
  const asides = (name: string): { file: string; at: number }[] =>
    readdirSync(folder).flatMap((file) => {
      const match = /^(.+)\.(\d+)\.aside(?:-\w+)?$/u.exec(file)
      return match?.[1] === name ? [{ file: join(folder, file), at: Number(match[2]) }] : []
    })
  return {
    lasting: true,
    open: async (name) => {
      const file = fileOf(name)
      makeFolder()
      for (const aside of asides(name))
        if (clock.now() - aside.at > ASIDE_MS) rmSync(aside.file, { force: true })
      return openFile(file, name)
    },
    openMemory: async () => openSqlite(':memory:', pragmasOf('memory')),
    moveAside: async (name) => {
      const file = fileOf(name)
      const target = join(folder, `${name}.${clock.now()}.aside`)
      for (const ending of BESIDE) moveIfThere(`${file}${ending}`, `${target}${ending}`)
    },
    remove: async (name) => {
      const file = fileOf(name)
      makeFolder()
      for (const ending of BESIDE) rmSync(`${file}${ending}`, { force: true })
      for (const aside of asides(name)) rmSync(aside.file, { force: true })
    },
  }
}

const openPlain: OpenFile = (file, name) => openSqlite(file, pragmasOf(name))

const moveIfThere = (from: string, to: string): void => {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
