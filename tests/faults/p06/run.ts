/** P6: files a newer program wrote are left as they are, and nothing unsent is lost. */
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { startCore } from '../lib/core.ts'
import { openFile } from '../lib/files.ts'
import { LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { createFolders } from '../lib/folders.ts'
import { createProfile, type Profile } from '../lib/profile.ts'
import { until } from '../lib/wait.ts'

export interface P6Size {
  readonly rounds: number
  readonly messages: number
}

const NEWER = ['cache', 'own', 'both'] as const

/** The newer program ended properly, or was cut off and left its write-ahead log behind. */
const ENDINGS = ['closed', 'cut off'] as const

export const runP6 = async (seed: number, { rounds, messages }: P6Size): Promise<Finding> => {
  const folders = createFolders()
  const profile = await createProfile(folders, messages)
  profile.proxy.faults.down = true
  const problems: string[] = []
  let changed = 0
  let lost = 0
  let untold = 0
  let cases = 0
  try {
    for (const ending of ENDINGS) {
      for (const newer of NEWER) {
        const folder = folders.copyOf(ending === 'closed' ? profile.closedFolder : profile.folder)
        const names = [...(newer === 'own' ? [] : [profile.cacheName]), ...(newer === 'cache' ? [] : ['own'])]
        for (const name of names) raiseVersion(folder, name, ending, folders.fresh('log'))
        // SQLite puts a log that was left behind back as soon as anybody looks: then the content must be the same.
        const digest =
          ending === 'closed'
            ? digestOfFiles
            : (each: string, name: string) => digestOfContent(folders.copyOf(each), name)
        const before = names.map((name) => digest(folder, name))
        // Once more for each round: opening it again and again changes nothing either.
        for (let round = 0; round < rounds; round += 1) {
          cases += 1
          const found = await open(profile, folder, newer !== 'cache')
          const where = `${newer} newer, ${ending}, round ${round}`
          if (!found.told) untold += 1
          lost += found.lost
          const differs = names.filter((name, index) => digest(folder, name) !== before[index])
          changed += differs.length
          if (differs.length > 0) problems.push(`${where}: ${differs.join(', ')} changed`)
          if (!found.told || found.lost > 0) problems.push(`${where}: ${JSON.stringify(found)}`)
        }
        lost += unsentIn(folder, profile)
      }
    }
  } finally {
    await profile.dispose()
    folders.remove()
  }
  return {
    id: 'P6',
    promise: 'files of a newer program are left untouched',
    figure:
      `${changed} changed (SHA-256 of the files; of the rows where the newer program was cut off), ${lost} unsent lost, ` +
      `${untold} without a word, in ${cases} openings`,
    holds: changed + lost + untold === 0 && cases > 0,
    seed,
    figures: { cases, changed, lost, untold },
    problems: problems.slice(0, LONGEST_LIST),
  }
}

/** As a newer program leaves it: a schema number of the future, and a table nobody here knows. */
const raiseVersion = (folder: string, name: string, ending: (typeof ENDINGS)[number], log: string): void => {
  const file = join(folder, `${name}.db`)
  const db = openFile(folder, name)
  db.exec('pragma journal_mode = wal; create table future (x); pragma user_version = 999')
  // Closing would put the log back; the copies bring the moment before.
  const copy = (from: string, to: string): void => {
    for (const end of ['', '-wal']) copyFileSync(`${from}${end}`, `${to}${end}`)
  }
  const kept = join(log, name)
  if (ending === 'cut off') copy(file, kept)
  db.close()
  if (ending === 'cut off') copy(kept, file)
}

const open = async (
  { unsent }: Profile,
  folder: string,
  ownIsNewer: boolean,
): Promise<{ told: boolean; lost: number }> => {
  const core = startCore(folder)
  try {
    await until(
      'the files are open',
      async () => (await core.query('account.current', {})).state !== 'starting',
    )
    const { notices } = await core.query('account.current', {})
    const waiting = (await core.query('outbox.list', {})).map(({ body }) =>
      body.kind === 'text' ? body.text : '',
    )
    // A newer file of one's own cannot be read; its messages are counted in the file afterwards.
    const lost = ownIsNewer ? 0 : unsent.filter((text) => !waiting.includes(text)).length
    return { told: notices.some(({ code }) => code === 'newer'), lost }
  } finally {
    await core.stop()
  }
}

const unsentIn = (folder: string, { unsent }: Profile): number => {
  const db = openFile(folder, 'own')
  const there = new Set(db.all<{ text: string }>('select text from outbox').map(({ text }) => text))
  db.close()
  return unsent.filter((text) => !there.has(text)).length
}

/** Of the file and everything beside it. */
const digestOfFiles = (folder: string, name: string): string => {
  const hash = createHash('sha256')
  for (const file of readdirSync(folder)
    .filter((each) => each.startsWith(`${name}.db`))
    .sort()) {
    hash.update(file).update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex')
}

/** Of every row of every table; of a copy, because looking changes the files. */
const digestOfContent = (folder: string, name: string): string => {
  const db = openFile(folder, name)
  const hash = createHash('sha256').update(JSON.stringify(db.get('pragma user_version')))
  const tables = db.all<{ name: string; sql: string }>(
    `select name, sql from sqlite_schema where type = 'table' order by name`,
  )
  for (const table of tables) {
    hash.update(table.sql)
    // The search index is virtual: its content stands in the tables beside it.
    if (table.sql.startsWith('CREATE VIRTUAL')) continue
    for (const row of db.all(`select * from "${table.name}"`)) hash.update(JSON.stringify(row))
  }
  db.close()
  return hash.digest('hex')
}
