/** SCREENS: the same walk as people see it in three browsers, with the server killed before, during and after each step. */
import { join } from 'node:path'

import { buildIfChanged } from '../../../scripts/support/builds.ts'
import { ROOT } from '../../../scripts/support/tools.ts'
import type { DatabaseAddress } from '../../../src/server/db/open.ts'
import { createRandom, type Random } from '../../../src/server/demo/random.ts'
import type { Driver } from '../../model/databases.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { onDatabases } from '../lib/onDatabases.ts'
import { sleep } from '../lib/wait.ts'
import { problemsInTheEnd } from '../walk/inTheEnd.ts'
import { MOMENTS, type Moment } from '../walk/killSwitch.ts'
import { mainWay, WRITTEN_ON_MAIN_WAY } from './mainWay.ts'
import { botWay, ENTRIES, invitationWay, nightWay, WRITTEN_ON_OTHER_WAYS } from './otherWays.ts'
import { openPeople, type Look, type People } from './people.ts'
import type { ScreenStep } from './step.ts'

export interface ScreensSize {
  /** How many walks; with three each step is met at each moment. */
  readonly walks: Readonly<Record<Driver, number>>
}

interface Outcome {
  readonly kills: number
  readonly problems: readonly string[]
}

const WAYS = [mainWay, invitationWay, botWay, nightWay] as const
const WRITTEN = [...WRITTEN_ON_MAIN_WAY, ...WRITTEN_ON_OTHER_WAYS]
const ENGLISH: Look = { language: 'en', theme: 'light', viewport: { width: 1440, height: 900 } }
const LOOKS: readonly Look[] = [
  ENGLISH,
  { language: 'zh-CN', theme: 'dark', viewport: { width: 1024, height: 700 } },
]
/** Somewhere in the milliseconds that a press takes to become a commit. */
const LONGEST_MS = 40
const TRIES = 3

export const runScreens = async (seed: number, { walks }: ScreensSize): Promise<Finding> => {
  // The browsers are given what was built, not the sources.
  if (!(await buildIfChanged(['web', 'widget'], console.log)))
    throw new Error('The product could not be built.')
  const { results, words } = await onDatabases(walks, async (fresh, count, driver): Promise<Outcome> => {
    let kills = 0
    const problems: string[] = []
    for (let walk = 0; walk < count; walk += 1) {
      const outcome = await walkOnce(await fresh(), seed + walk)
      kills += outcome.kills
      problems.push(...outcome.problems.map((problem) => `${driver}, walk ${walk + 1}: ${problem}`))
    }
    return { kills, problems }
  })
  const problems = results.flatMap(([, outcome]) => outcome.problems)
  return {
    id: 'SCREENS',
    promise: 'whatever is on the screens when the server dies stays there, goes on, and says what is true',
    figure: words(
      ({ kills, problems: { length } }) =>
        `${length} problems after ${kills} kills in three browsers (${bound(kills)})`,
    ),
    holds: problems.length === 0 && results.length > 0,
    seed,
    figures: Object.fromEntries(results.map(([driver, { kills }]) => [`${driver} kills`, kills])),
    problems: problems.slice(0, LONGEST_LIST),
  }
}

const walkOnce = async (address: DatabaseAddress, seed: number): Promise<Outcome> => {
  const random = createRandom(seed)
  const people = await openPeople(address, LOOKS[seed % LOOKS.length] ?? ENGLISH)
  let kills = 0
  let turn = seed
  try {
    for (const [index, way] of WAYS.entries()) {
      const customer = await people.customer(ENTRIES[index] ?? ENTRIES[0])
      for (const step of way(people, customer)) {
        const moment = MOMENTS[turn % MOMENTS.length] ?? 'before'
        turn += 1
        kills += 1
        try {
          await TAKE[moment](people, step, random)
        } catch (error) {
          await people.picture(join(ROOT, 'out/screens', `${seed} ${step.name}`)).catch(() => undefined)
          // What comes after it would only fail too.
          return { kills, problems: [`${step.name}, killed ${moment}: ${wordsOf(error)}`] }
        }
      }
    }
    return { kills, problems: await problemsInTheEnd(people.db, WRITTEN) }
  } finally {
    await people.close()
  }
}

type Take = (people: People, step: ScreenStep, random: Random) => Promise<void>

const TAKE: Readonly<Record<Moment, Take>> = {
  before: async ({ kill, noticed, start }, step) => {
    await step.prepare()
    await kill()
    // What is done before the break is told waits a while for the server; this is about what is done later.
    await noticed()
    await step.kept()
    await step.act().catch(nothingToPress)
    const told = await step.told()
    await start()
    if (told === 'again') {
      await step.kept()
      await step.prepare()
      await step.act()
    }
    await step.seen()
  },
  during: async ({ kill, start }, step, random) => {
    await step.prepare()
    const acted = step.act().catch(nothingToPress)
    await sleep(random.int(0, LONGEST_MS))
    await kill()
    await acted
    await start()
    await goOn(step)
  },
  after: async ({ kill, start }, step) => {
    await step.prepare()
    await step.kept()
    await step.act()
    await step.seen()
    await kill()
    await start()
    await step.seen()
  },
}

/** People look; and do it again only if nothing came of it. */
const goOn = async ({ prepare, act, seen }: ScreenStep): Promise<void> => {
  for (let tries = 1; tries < TRIES; tries += 1) {
    const isSeen = await seen().then(
      () => true,
      () => false,
    )
    if (isSeen) return
    await prepare()
    // Where it was done after all there is nothing to press any more; what is seen in the end counts.
    await act().catch(nothingToPress)
  }
  await seen()
}

/** A button that is away while the server is, is no problem. */
const nothingToPress = (): void => undefined

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 8).join(' | ')
