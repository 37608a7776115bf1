import type { Driver } from '../../model/databases.ts'
/** P15: what is given by itself never lifts anybody above their capacity, and leaves no capacity idle. */
import { playSchedules } from '../../model/playSchedules.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { onDatabases } from '../lib/onDatabases.ts'

export interface P15Size {
  /** Desks of twenty agents, and as many rounds of up to forty things at once as bring a thousand arrivals. */
  readonly desks: Readonly<Record<Driver, number>>
  readonly rounds: number
}

const PEOPLE = { agents: 20, customers: 200, atOnce: 40 }

export const runP15 = async (seed: number, { desks, rounds }: P15Size): Promise<Finding> => {
  const { results, words } = await onDatabases(desks, async (fresh, count) =>
    playSchedules({ fresh, people: PEOPLE, capacity: 3, desks: count, rounds, seed }),
  )
  const problems = results.flatMap(([, played]) => played.problems)
  return {
    id: 'P15',
    promise: 'capacity is never exceeded, and never left idle while somebody waits for it',
    figure: words(
      ({ problems: { length }, arrivals, assigned, rounds: all }) =>
        `${length} violations in ${all} rounds with ${arrivals} arrivals and ${assigned} assignments on 20 agents, looked at ` +
        `after every entry of the log (${bound(assigned)})`,
    ),
    holds: problems.length === 0 && results.length > 0,
    seed,
    figures: Object.fromEntries(
      results.flatMap(([driver, { arrivals, assigned }]) => [
        [`${driver} arrivals`, arrivals],
        [`${driver} assignments`, assigned],
      ]),
    ),
    problems: problems.slice(0, LONGEST_LIST),
  }
}
