/**
 * What the shell remembers between two starts. It is small and may be lost: the windows are then where they were at
 * first, and nothing else happens. What belongs to a person is kept by the client core.
 */
import { randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

import * as z from 'zod'

import { ProxyChoiceSchema, SYSTEM_PROXY } from '../network/proxyChoice.ts'
import { WindowPlace } from '../windows/place.ts'

const ShellMemory = z.object({
  /** Where each kind of window stood. */
  places: z.partialRecord(z.enum(['workbench']), WindowPlace.optional().catch(undefined)).catch({}),
  /** Closing the window hides it, and the program goes on in the notification area. */
  closeToTray: z.boolean().catch(true),
  /** The first time that is said. */
  toldAboutTray: z.boolean().catch(false),
  /** The size of everything in the window, in per cent. */
  zoom: z.int().min(50).max(200).catch(100),
  /** It was added once to what the computer opens at login; later only the person adds or removes it. */
  addedToLogin: z.boolean().catch(false),
  /** Opened at login, the window stays hidden. */
  startHidden: z.boolean().catch(false),
  spelling: z.boolean().catch(false),
  spellingLanguages: z.array(z.string().max(20)).max(8).catch(['en-US']),
  /** The window is no part of a picture of the screen. */
  hideForScreenshot: z.boolean().catch(false),
  language: z.enum(['zh-CN', 'en']).nullable().catch(null),
  /** How much of the local copy behind a password was not sent when it was open last. */
  unsent: z.int().min(0).catch(0),
  proxy: ProxyChoiceSchema.catch(SYSTEM_PROXY),
  /** When new versions come to this device, if they come to a part of all first. */
  turn: z
    .int()
    .min(0)
    .max(99)
    .catch(() => randomInt(100)),
})
export type ShellMemory = z.infer<typeof ShellMemory>

export interface ShellFile {
  get(): ShellMemory
  /** Known at once, and in the file soon: a slow disk must not hold the windows up. */
  change(next: Partial<ShellMemory>): void
  /** The program ends: what is not in the file yet is written before this returns. */
  finish(): void
}

/** What a broken part is replaced by, the other parts staying. */
const read = (file: string): ShellMemory => {
  try {
    return ShellMemory.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return ShellMemory.parse({})
  }
}

export const openShellFile = (file: string): ShellFile => {
  let memory = read(file)
  let isWritten = true
  let writing: Promise<void> | undefined
  const write = async (): Promise<void> => {
    await mkdir(dirname(file), FOLDER)
    while (!isWritten) {
      isWritten = true
      // Written beside and renamed, so that a crash leaves the old or the new one.
      await writeFile(`${file}.new`, JSON.stringify(memory), FILE)
      await rename(`${file}.new`, file)
    }
  }
  return {
    get: () => memory,
    change: (next) => {
      memory = { ...memory, ...next }
      isWritten = false
      // A full disk costs the place of a window, nothing more.
      writing ??= write()
        .catch(() => undefined)
        .finally(() => {
          writing = undefined
        })
    },
    finish: () => {
      if (writing === undefined) return
      isWritten = true
      try {
        mkdirSync(dirname(file), FOLDER)
        writeFileSync(`${file}.last`, JSON.stringify(memory), FILE)
        renameSync(`${file}.last`, file)
      } catch {
        // As above.
      }
    },
  }
}

const FOLDER = { recursive: true, mode: 0o700 }
const FILE = { mode: 0o600 }
