/** The built desktop program in the stand-in for Electron, over files that a desk has after some months. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { buildIfChanged } from '../../scripts/support/builds.ts'
import { startDesktop, type Desktop } from '../../tests/support/electron/launch.ts'
import { openPlayedSite, type PlayedSite } from '../browser/playedSite.ts'
import { portionsOf } from '../client/longLog.ts'
import { FIRST_REVISION } from '../client/playedLog.ts'
import { temporaryFolder, usableCores } from '../lib/process.ts'
import { sleep } from '../lib/samples.ts'

/** In place of the built main process: what is left when this is taken away is Foyer's. */
export const EMPTY_PROGRAM = join(import.meta.dirname, 'emptyProgram.ts')

export const CONVERSATIONS = 2000
const LONGEST_MS = 120_000
/** Of the messages are in one conversation. */
const IN_ONE = 0.1
const TICK_MS = 10
const PAGE_BYTES = 4096

export interface FilledProfile {
  readonly folder: string
  /** Knows everything that the profile has. */
  readonly site: PlayedSite
  /** Where its log ends. */
  readonly revision: number
}

/** A profile that has taken in so many messages, encrypted as always; the program has ended. */
export const fillProfile = async (messages: number): Promise<FilledProfile> => {
  usableCores()
  if (!(await buildIfChanged(['desktop'], console.log))) throw new Error('the desktop could not be built')
  const folder = join(temporaryFolder('desktop'), 'profile')
  mkdirSync(folder)
  const site = await openPlayedSite(CONVERSATIONS)
  const program = startProgram(folder, { FOYER_SIGN_IN_URL: `${site.url}/?ticket=any` })
  const page = await program.page()
  await connected(page)
  let end = FIRST_REVISION
  for (const { frames, revision } of portionsOf({
    conversations: CONVERSATIONS,
    messages,
    longest: messages * IN_ONE,
  })) {
    end = revision
    site.play(frames, revision)
    await statusOf(page).waitFor({ state: 'hidden', timeout: LONGEST_MS })
    await connected(page)
  }
  // The search index follows behind.
  await atRest(await corePid(program))
  await program.quit()
  return { folder, site, revision: end }
}

export const startProgram = (
  profile: string,
  env: Readonly<Record<string, string>> = {},
  imports: readonly string[] = [],
): Desktop => startDesktop({ profile, env: { STAND_IN_LOCALE: 'en-US', ...env }, imports })

const statusOf = (page: Page) =>
  page.getByRole('contentinfo', { name: /Status|状态/u }).getByText(/^(?:Connected|已连接)$/u)

export const connected = async (page: Page): Promise<void> => statusOf(page).waitFor({ timeout: LONGEST_MS })

export const corePid = async (program: Desktop): Promise<number> => {
  const pid = await program.evaluate(({ standIn }) => standIn?.processes[0]?.pid)
  if (pid === undefined) throw new Error('the core does not run')
  return pid
}

/** Waits until a process does nothing worth mentioning for a second. Linux only. */
export const atRest = async (pid: number): Promise<void> => {
  for (let before = Number.NaN, now = usedMs(pid); !(now - before < 2 * TICK_MS); now = usedMs(pid)) {
    before = now
    await sleep(1000)
  }
}

const usedMs = (pid: number): number => {
  const [user, system] =
    readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? []
  return (Number(user) + Number(system)) * TICK_MS
}

export const residentBytes = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES
