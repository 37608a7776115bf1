import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { driverCaseNames, runDriverCase } from '../../../tests/support/driverConformance.ts'
import { systemClock } from '../../base/clock.ts'
import { pragmasOf } from '../../client/host/sqlite.ts'
import { loadSqlite, openMemory } from '../../client/worker/sqliteDriver.ts'
import { createDatabases } from './databases.ts'
import { openSqlite } from './sqliteDriver.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-driver-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe.each([
  ['better-sqlite3, file', () => createDatabases(folder, systemClock).open('own')],
  ['better-sqlite3, memory', () => createDatabases(folder, systemClock).openMemory()],
  ['SQLite-WASM, memory', async () => openMemory(await loadSqlite())],
])('%s', (_, open) => {
  it.each(driverCaseNames)('%s', async (name) => {
    const db = await open()
    try {
      runDriverCase(name, db)
    } finally {
      db.close()
    }
  })
})

describe('files of the desktop', () => {
  const put = async (now: number, text: string): Promise<void> => {
    const db = await createDatabases(folder, { ...systemClock, now: () => now }).open('cache-1')
    db.exec('create table if not exists note (text text)')
    db.run('insert into note values (?)', [text])
    db.close()
  }
  const read = async (): Promise<unknown[]> => {
    const db = await createDatabases(folder, systemClock).open('cache-1')
    const rows = db.all('select * from note')
    db.close()
    return rows
  }

  it('keeps what was written', async () => {
    await put(0, 'a')
    await put(0, 'b')
    expect(await read()).toEqual([{ text: 'a' }, { text: 'b' }])
  })

  it('R-17-070 refuses a second opener of the same file', async () => {
    const databases = createDatabases(folder, systemClock)
    const db = await databases.open('own')
    await expect(databases.open('own')).rejects.toMatchObject({ code: 'busy' })
    db.close()
  })

  it('names a damaged file, moves it aside and erases it after seven days', async () => {
    const day = 24 * 60 * 60 * 1000
    const at = (now: number): ReturnType<typeof createDatabases> =>
      createDatabases(folder, { ...systemClock, now: () => now })
    writeFileSync(
      join(folder, 'cache-1.db'),
      'this was a database once, before something else happened to it',
    )
    await expect(at(day).open('cache-1')).rejects.toMatchObject({ code: 'corrupt' })
    await at(day).moveAside('cache-1')
    await put(2 * day, 'new')
    expect(readdirSync(folder).sort()).toEqual([`cache-1.${day}.aside`, 'cache-1.db'])
    await put(9 * day, 'later')
    expect(readdirSync(folder)).toEqual(['cache-1.db'])
  })

  it('erases a database with all that stands beside it, and nothing else', async () => {
    const databases = createDatabases(folder, systemClock)
    await put(0, 'old')
    await databases.moveAside('cache-1')
    await put(0, 'new')
    const other = await databases.open('cache-11')
    other.close()
    await databases.remove('cache-1')
    expect(readdirSync(folder)).toEqual(['cache-11.db'])
    await databases.remove('never-there')
  })

  it('says when the folder cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(createDatabases(join(folder, 'file'), systemClock).open('own')).rejects.toMatchObject({
      code: 'unavailable',
    })
  })

  it('refuses names that lead elsewhere', async () => {
    await expect(createDatabases(folder, systemClock).open('../own')).rejects.toThrow(/letters, digits/u)
  })
})

describe('encrypted files', () => {
  const key = new Uint8Array(32).fill(7)
  const open = (withKey: Uint8Array = key) =>
    openSqlite(join(folder, 'cache-1.db'), pragmasOf('cache-1'), withKey)

  it.each(driverCaseNames)('%s', (name) => {
    const db = open()
    runDriverCase(name, db)
    db.close()
  })

  it('open with their key only, and are not touched by another', () => {
    const db = open()
    db.exec("create table note (text text); insert into note values ('canary')")
    db.close()
    const before = readFileSync(join(folder, 'cache-1.db'))
    expect(before.includes('canary')).toBe(false)
    expect(() => open(new Uint8Array(32))).toThrow('corrupt')
    expect(() => openSqlite(join(folder, 'cache-1.db'), pragmasOf('cache-1'))).toThrow('corrupt')
    expect(readFileSync(join(folder, 'cache-1.db')).equals(before)).toBe(true)
    const again = open()
    expect(again.all('select * from note')).toEqual([{ text: 'canary' }])
    again.close()
  })

  it('tell a flipped bit as damage, wherever it is', () => {
    const db = open()
    db.exec("create table note (text text); insert into note values ('canary')")
    db.close()
    const file = join(folder, 'cache-1.db')
    const bytes = readFileSync(file)
    for (let page = 0; page < bytes.length; page += 4096) {
      const damaged = Buffer.from(bytes)
      damaged[page + 4000] = (damaged[page + 4000] ?? 0) ^ 1
      writeFileSync(file, damaged)
      expect(() => {
        const broken = open()
        try {
          broken.all('select * from note')
        } finally {
          broken.close()
        }
      }).toThrow('corrupt')
    }
  })
})
