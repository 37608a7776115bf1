/** WALK: whatever a customer and the agents are doing when the server dies, nothing is lost and nobody is stuck. */
import type { DatabaseAddress } from '../../../src/server/db/open.ts'
import { createRandom } from '../../../src/server/demo/random.ts'
import type { Driver } from '../../model/databases.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { onDatabases } from '../lib/onDatabases.ts'
import { sleep, until } from '../lib/wait.ts'
import { openDesk, type Desk } from './desk.ts'
import { problemsInTheEnd } from './inTheEnd.ts'
import { MOMENTS, type Moment } from './killSwitch.ts'
import { LOST, type Deed, type Due, type Step } from './step.ts'
import { stepsOf, WRITTEN } from './steps.ts'

export interface WalkSize {
  /** How many walks; with three each step is met at each moment. */
  readonly walks: Readonly<Record<Driver, number>>
  /** 1: the server dies at each step; 2: at every other one, and so on. */
  readonly killEvery: number
}

interface Outcome {
  readonly kills: number
  readonly problems: readonly string[]
}

/** Whoever has come back sees it within this time. */
const SEEN_WITHIN_MS = 60_000
/** After an answer that was lost one looks first, and does it again only if nothing has happened. */
const LOOK_MS = 1_000
const TRIES = 5

export const runWalk = async (seed: number, { walks, killEvery }: WalkSize): Promise<Finding> => {
  const { results, words } = await onDatabases(walks, async (fresh, count, driver): Promise<Outcome> => {
    let kills = 0
    const problems: string[] = []
    for (let walk = 0; walk < count; walk += 1) {
      const outcome = await walkOnce(await fresh(), seed + walk, killEvery)
      kills += outcome.kills
      problems.push(...outcome.problems.map((problem) => `${driver}, walk ${walk + 1}: ${problem}`))
    }
    return { kills, problems }
  })
  const problems = results.flatMap(([, outcome]) => outcome.problems)
  return {
    id: 'WALK',
    promise: 'whatever reception is doing when the server dies, nothing is lost and nobody is stuck',
    figure: words(
      ({ kills, problems: { length } }) =>
        `${length} problems after ${kills} kills on the way (${bound(kills)})`,
    ),
    holds: problems.length === 0 && results.length > 0,
    seed,
    figures: Object.fromEntries(results.map(([driver, { kills }]) => [`${driver} kills`, kills])),
    problems: problems.slice(0, LONGEST_LIST),
  }
}

const walkOnce = async (address: DatabaseAddress, seed: number, killEvery: number): Promise<Outcome> => {
  const random = createRandom(seed)
  const desk = await openDesk(address, random)
  const problems: string[] = []
  let kills = 0
  try {
    for (const [index, step] of stepsOf(desk).entries()) {
      const turn = index + seed
      const moment =
        turn % killEvery === 0 ? (MOMENTS[Math.floor(turn / killEvery) % MOMENTS.length] ?? null) : null
      const code = step.kind === 'deed' ? await take(desk, step, moment) : await waitFor(desk, step, moment)
      if (moment) kills += 1
      const where = moment ? `${step.name}, killed ${moment}` : step.name
      if (code !== null) problems.push(`${where}: ${code}`)
      const missing = await unseen(step)
      if (missing.length > 0) {
        // What comes after it would only fail too.
        problems.push(`${where}: not seen by ${missing.join(', ')}`)
        break
      }
    }
    problems.push(...(await problemsInTheEnd(desk.db, WRITTEN)))
  } finally {
    await desk.close()
  }
  return { kills, problems }
}

/** Somebody does it while the server dies; afterwards they go on as people do. */
const take = async (
  { killSwitch, start }: Desk,
  step: Deed,
  moment: Moment | null,
): Promise<string | null> => {
  if (step.ready) await until(`${step.name} is possible`, step.ready)
  const killed = moment && killSwitch.arm(step.command, moment)
  const first = step.act()
  if (killed) {
    await killed
    await start()
  }
  let code = await first
  for (let tries = 0; tries < TRIES && LOST.includes(code); tries += 1) {
    if ((await unseen(step, LOOK_MS)).length === 0) return null
    code = await step.act()
  }
  // Whether it happened in the end is to be seen.
  return LOST.includes(code) ? null : code
}

/** It falls due while the server is away, or the server dies when it has just happened. */
const waitFor = async ({ kill, start }: Desk, step: Due, moment: Moment | null): Promise<null> => {
  if (moment === 'before') await kill()
  await step.come()
  if (moment === 'after') await until(step.name, step.happened)
  if (moment === 'during') await sleep(1_000)
  if (moment === null) return null
  await kill()
  await start()
  return null
}

/** Who does not see it, even after a while. */
const unseen = async ({ sight }: Step, patienceMs = SEEN_WITHIN_MS): Promise<readonly string[]> => {
  let missing: readonly string[] = []
  const isSeen = async (): Promise<boolean> => {
    missing = Object.entries(await sight()).flatMap(([who, sees]) => (sees ? [] : [who]))
    return missing.length === 0
  }
  await until('it is seen', isSeen, patienceMs).catch(() => undefined)
  return missing
}
