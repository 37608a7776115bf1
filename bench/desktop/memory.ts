/** M3: what the core and the main process hold, with all these messages in the cache, after some work. Linux only. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Page } from 'playwright'

import { startDesktop, type Desktop } from '../../tests/support/electron/launch.ts'
import { temporaryFolder } from '../lib/process.ts'
import { finding, type Finding } from '../lib/report.ts'
import { sleep } from '../lib/samples.ts'
import { EMPTY_PROGRAM, atRest, connected, corePid, residentBytes, startProgram } from './program.ts'

const BAR_MIB = 250
const SWEEPING_MS = 1000
const OPENED = 40
const SEARCHED = ['refund', '订单', '退款', 'a', '会']

export const measureMemory = async (profile: string, messages: number): Promise<Finding> => {
  const program = startProgram(profile, SWEPT)
  const page = await program.page()
  await connected(page)
  await work(page)
  const foyer = await residentMib(program)
  await program.quit()

  const empty = join(temporaryFolder('empty'), 'profile')
  mkdirSync(empty)
  const bare = startDesktop({ profile: empty, main: EMPTY_PROGRAM, env: SWEPT })
  await bare.page()
  const without = await residentMib(bare)
  await bare.quit()
  return finding(
    'M3',
    `memory of core (${figure(foyer.core)}) and main process (${figure(foyer.main)}) with ${messages.toLocaleString('en')} cached messages, ${OPENED} of the conversations opened, after a collection (before it ${figure(foyer.unswept)}); beside it Node and the stand-in alone (${figure(without.core)} and ${figure(without.main)})`,
    'MiB',
    foyer.core + foyer.main,
    without.core + without.main,
    `≤ ${BAR_MIB} MiB`,
    (_ratio, mib) => mib <= BAR_MIB,
  )
}

interface Resident {
  readonly core: number
  readonly main: number
  /** Both, with what was only not swept yet. */
  readonly unswept: number
}

const figure = (mib: number): string => mib.toFixed(0)

/** In all processes that belong to it. */
const SWEPT = {
  NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'collectOnSignal.ts')).href}`,
}

const work = async (page: Page): Promise<void> => {
  for (let row = 0; row < OPENED; row += 1) {
    await page.keyboard.press('Alt+ArrowDown')
    await sleep(100)
  }
  for (const word of SEARCHED) {
    await page.keyboard.press('Control+Shift+F')
    await page.keyboard.type(word, { delay: 40 })
    await sleep(500)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
}

const residentMib = async (program: Desktop): Promise<Resident> => {
  const core = await corePid(program)
  const main = await program.evaluate(() => process.pid)
  await atRest(core)
  const mib = (pid: number): number => residentBytes(pid) / 2 ** 20
  const unswept = mib(core) + mib(main)
  for (const pid of [core, main]) process.kill(pid, 'SIGUSR2')
  await sleep(SWEEPING_MS)
  return { core: mib(core), main: mib(main), unswept }
}
