/** M1: how long somebody waits who starts the desktop program again, while no server answers. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { startDesktop } from '../../tests/support/electron/launch.ts'
import { temporaryFolder } from '../lib/process.ts'
import { finding, type Finding } from '../lib/report.ts'
import { sleep } from '../lib/samples.ts'
import { EMPTY_PROGRAM, startProgram } from './program.ts'

const BAR_SECONDS = 1.5
const LONGEST_MS = 60_000

type Phases = Readonly<Record<string, number>>

/** Nobody listens any more at the server that the profile knows. */
export const measureDesktopStart = async (
  profile: string,
  messages: number,
  rounds: number,
): Promise<Finding> => {
  const empty = join(temporaryFolder('empty'), 'profile')
  mkdirSync(empty)
  const starts: Phases[] = []
  const empties: Phases[] = []
  // One more than counts: the first finds nothing in the memory of the system.
  for (let round = 0; round <= rounds; round += 1) {
    empties.push(await phasesOf(empty, () => startDesktop({ profile: empty, main: EMPTY_PROGRAM })))
    starts.push(await phasesOf(profile, () => startProgram(profile)))
  }
  const quickest = quickestOf(starts)
  const bare = quickestOf(empties)
  const parts = Object.entries(quickest).map(([name, ms]) => `${name.replace('Ms', '')} ${ms}`)
  return finding(
    'M1',
    `desktop, again, to the painted list of ${messages.toLocaleString('en')} messages (ms: ${parts.join(', ')}); beside it an empty program in the stand-in; the quickest of ${rounds}`,
    's',
    listSeconds(quickest),
    listSeconds(bare),
    `≤ ${BAR_SECONDS} s`,
    (_ratio, seconds) => seconds <= BAR_SECONDS,
  )
}

const listSeconds = ({ listMs }: Phases): number => (listMs ?? Number.NaN) / 1000

/** What others do on the machine only makes a start longer. */
const quickestOf = (starts: readonly Phases[]): Phases =>
  starts.slice(1).reduce((best, one) => (listSeconds(one) < listSeconds(best) ? one : best))

/** As the program itself writes them into its log. */
const phasesOf = async (profile: string, start: () => ReturnType<typeof startDesktop>): Promise<Phases> => {
  const log = join(profile, 'logs/foyer.log')
  rmSync(log, { force: true })
  const program = start()
  const began = performance.now()
  let line: string | undefined
  while (line === undefined) {
    if (performance.now() - began > LONGEST_MS) throw new Error('the list was never painted')
    await sleep(50)
    line = linesOf(log).find((one) => one.includes('"started"'))
  }
  await program.quit()
  const { level: _level, msg: _msg, ...phases } = JSON.parse(line) as Record<string, number>
  return phases
}

const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  } catch {
    return []
  }
}
