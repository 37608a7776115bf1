/** Where the data lies: in the user's data folder, by the customs of the system. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

type Place = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const userDataFolder = ({ platform, env, home }: Place): string => {
  if (platform === 'darwin') return join(home, 'Library/Application Support')
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData/Roaming')
  return env['XDG_DATA_HOME'] || join(home, '.local/share')
}

/** The folder used when none is named. The demonstration never shares one with a real organisation. */
export const defaultDataFolder = (
  demo: boolean,
  place: Place = { platform: process.platform, env: process.env, home: homedir() },
): string => join(userDataFolder(place), 'Foyer', demo ? 'demo' : 'server')

/**
 * What `npm start` remembers in a data folder.
 *
 * The port stays the same because a browser keeps drafts and cache by address, and the file marks a folder as one
 * of ours, so that `--reset` never moves a stranger's.
 */
type Memory = { readonly port: number; readonly demo: boolean }

const memoryPath = (folder: string): string => join(folder, 'start.json')

/** What was remembered, or undefined in a folder that is new or whose memory is damaged. */
export const readMemory = (folder: string): Memory | undefined => {
  try {
    return JSON.parse(readFileSync(memoryPath(folder), 'utf8')) as Memory
  } catch {
    return undefined
  }
}

export const writeMemory = (folder: string, memory: Memory): void =>
  writeFileSync(memoryPath(folder), `${JSON.stringify(memory)}\n`)

/** Makes the folder, for its owner only. Answers a sentence when that is impossible. */
export const prepareDataFolder = (folder: string): string | undefined => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return undefined
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return `The data folder ${folder} cannot be made (${reason}). Name another one with --data.`
  }
}

/** Whether `--reset` may touch this folder: it holds data of Foyer. */
export const isDataFolder = (folder: string): boolean => existsSync(memoryPath(folder))

/** Moves the folder aside and answers its new name. */
export const moveAside = (folder: string, now: Date): string => {
  const time = now.toISOString().replaceAll(/[:T]/gu, '-').slice(0, 19)
  const target = `${folder}.old-${time}`
  renameSync(folder, target)
  return target
}
