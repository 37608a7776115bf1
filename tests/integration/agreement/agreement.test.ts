/**
 * The second law of sync: after any order of delivery all cores agree.
 *
 * Agents on several devices and customers do what they like while lines break, hang and go dead, programs end and the
 * server starts anew. When it is quiet again every device holds what a new one is given, and nothing that was written
 * is lost, doubled or out of order.
 *
 * A run is repeated by its seed: `FOYER_SEED=123 FOYER_RUNS=1`. More runs: `FOYER_RUNS=1000`; longer ones: `FOYER_STEPS=2000`.
 */
import { afterAll, expect, it } from 'vitest'

import { describeDatabases, type TestDatabases } from '../../support/databases.ts'
import { doSomething } from './operations.ts'
import { openPlay } from './play.ts'
import { comeToRest } from './quiet.ts'
import { judge, type Figures } from './verdict.ts'

/** Seeds that once found something, and what it was. */
const KEPT: Readonly<Record<number, string>> = {}

const STEPS = Number(process.env.FOYER_STEPS ?? 300)
const RUNS = { sqlite: Number(process.env.FOYER_RUNS ?? 8), postgres: Number(process.env.FOYER_RUNS ?? 2) }
const FIRST_SEED = Number(process.env.FOYER_SEED ?? 1)

const seedsOf = (runs: number): number[] => [
  ...new Set([
    ...Object.keys(KEPT).map(Number),
    ...Array.from({ length: runs }, (_, run) => FIRST_SEED + run),
  ]),
]

describeDatabases('after any order of delivery all cores agree', (databases) => {
  const figures: Figures[] = []
  afterAll(() => {
    const sum = (of: (figure: Figures) => number): number =>
      figures.reduce((total, figure) => total + of(figure), 0)
    console.log(
      `${databases.driver}: ${figures.length} runs, seeds from ${FIRST_SEED}, ${STEPS} steps each: ` +
        `${sum(({ messages }) => messages)} messages in threads, ${sum(({ revisions }) => revisions)} revisions, ` +
        `${sum(({ discarded }) => discarded)} discarded by their authors; 0 lost, 0 doubled, 0 out of order`,
    )
  })

  it.each(seedsOf(RUNS[databases.driver]))('seed %i', async (seed) => {
    const run = await runSeed(databases, seed)
    if (run) figures.push(run)
  })
})

it.each(['customer.changed', 'list-entry.changed'])(
  'catches a server that forgets to publish %s',
  async (name) => {
    const play = await openPlay({ seed: 1, publishes: ({ event }) => event !== name })
    for (let step = 0; step < STEPS; step += 1) await doSomething(play)
    await comeToRest(play)
    await expect(judge(play)).rejects.toThrow('to deeply equal')
    await play.world.dispose()
  },
)

const runSeed = async (databases: TestDatabases, seed: number): Promise<Figures | null> => {
  const address = await databases.fresh()
  if (!address) return null
  const play = await openPlay({ address, seed })
  for (let step = 0; step < STEPS; step += 1) await doSomething(play)
  await comeToRest(play)
  const figures = await judge(play)
  await play.world.dispose()
  return figures
}
