/** What the demonstration keeps in the data folder beside the database: readable by its owner only. */
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import * as z from 'zod'

import { Player } from './customers/player.ts'

const Account = z.object({
  agentId: z.string(),
  name: z.string(),
  account: z.string(),
  password: z.string(),
})
const DemoFile = z.object({ accounts: z.array(Account), shopPort: z.int() })
export type DemoFile = z.infer<typeof DemoFile>
export type DemoAccount = z.infer<typeof Account>

export interface DemoFolder {
  read(): Promise<DemoFile | null>
  write(file: DemoFile): Promise<void>
  players(): Promise<readonly Player[]>
  /** Answers when they are on the disk; of several waiting states only the newest is written. */
  savePlayers(players: readonly Player[]): Promise<void>
}

export const createDemoFolder = (dataFolder: string): DemoFolder => {
  const accountsPath = join(dataFolder, 'demo.json')
  const playersPath = join(dataFolder, 'demo-customers.json')
  let newest: readonly Player[] = []
  let writing: Promise<void> | null = null
  let waiting: Promise<void> | null = null

  const writePlayers = async (): Promise<void> => {
    waiting = null
    await replaceFile(playersPath, newest)
  }

  return {
    read: async () => readJson(accountsPath, DemoFile),
    write: async (file) => {
      await mkdir(dataFolder, { recursive: true })
      await replaceFile(accountsPath, file)
    },
    players: async () => (await readJson(playersPath, z.array(Player))) ?? [],
    savePlayers: async (players) => {
      newest = players
      waiting ??= (writing ?? Promise.resolve())
        .catch(() => undefined)
        .then(async () => {
          writing = writePlayers()
          await writing
        })
      await waiting
    },
  }
}

/** Null: there is none, or it cannot be read any more; the demonstration goes on without it. */
const readJson = async <T>(path: string, schema: z.ZodType<T>): Promise<T | null> => {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

/** Either the old content or the new one is there, whenever the machine stops. */
const replaceFile = async (path: string, content: unknown): Promise<void> => {
  const next = `${path}.new`
  await writeFile(next, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  await chmod(next, 0o600)
  await rename(next, path)
}
