/** P8: a full disk leaves everything readable, is told honestly, and passes without a restart. */
import { LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { createFolders } from '../lib/folders.ts'
import { startReception } from '../lib/reception.ts'
import { fullDisk, fullDriver, type FullDiskOutcome } from './client.ts'
import { fullServerDisk } from './server.ts'

const BAR_MS = 5_000

export const runP8 = async (seed: number): Promise<Finding> => {
  const folders = createFolders()
  const world = await startReception({ pairs: 2 })
  const outcomes: [string, FullDiskOutcome | string][] = []
  try {
    const [first, second] = world.pairs
    if (!first || !second) throw new Error('nobody is there')
    outcomes.push(['client, errors of the driver', await fullDriver(world, folders, first)])
    outcomes.push(['client, full disk', await fullDisk(world, folders, second)])
    outcomes.push(['server, full disk', await fullServerDisk(folders)])
  } finally {
    await world.server.dispose()
    folders.remove()
  }
  const problems = outcomes.flatMap(([name, outcome]) =>
    typeof outcome === 'string' ? [] : outcome.problems.map((problem) => `${name}: not ${problem}`),
  )
  const words = outcomes.map(([name, outcome]) =>
    typeof outcome === 'string'
      ? `${name}: skipped, ${outcome}`
      : `${name}: ${outcome.problems.length} failed, again after ${(outcome.recoveryMs / 1000).toFixed(1)} s`,
  )
  return {
    id: 'P8',
    promise: 'a full disk: readable, honest, resumes',
    figure: `${words.join('; ')} (wanted ≤ ${BAR_MS / 1000} s)`,
    holds: problems.length === 0,
    seed,
    figures: Object.fromEntries(
      outcomes.map(([name, outcome]) => [
        name,
        typeof outcome === 'string' ? 'skipped' : Math.round(outcome.recoveryMs),
      ]),
    ),
    problems: problems.slice(0, LONGEST_LIST),
  }
}
