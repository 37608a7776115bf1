import type { Driver } from '../../model/databases.ts'
/** P16: whatever happens at once, a session has exactly one owner. */
import { playSchedules } from '../../model/playSchedules.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { onDatabases } from '../lib/onDatabases.ts'

export interface P16Size {
  /** Times that some things happen at once. */
  readonly schedules: Readonly<Record<Driver, number>>
}

/** Few people, so that they meet. */
const PEOPLE = { agents: 5, customers: 8, atOnce: 6 }
/** Then a new desk: what went wrong is easier to find, and there is less to look through after each. */
const ROUNDS = 40

export const runP16 = async (seed: number, { schedules }: P16Size): Promise<Finding> => {
  const { results, words } = await onDatabases(schedules, async (fresh, count) =>
    playSchedules({
      fresh,
      people: PEOPLE,
      capacity: 2,
      desks: Math.ceil(count / ROUNDS),
      rounds: ROUNDS,
      seed,
    }),
  )
  const problems = results.flatMap(([, played]) => played.problems)
  return {
    id: 'P16',
    promise: 'a session has exactly one owner',
    figure: words(
      ({ problems: { length }, rounds, commands, refused }) =>
        `${length} violations or orphans in ${rounds} schedules (${bound(rounds)}; ${commands} commands, ${refused} refused)`,
    ),
    holds: problems.length === 0 && results.length > 0,
    seed,
    figures: Object.fromEntries(
      results.flatMap(([driver, { rounds, commands, refused }]) => [
        [`${driver} schedules`, rounds],
        [`${driver} commands`, commands],
        [`${driver} refused`, refused],
      ]),
    ),
    problems: problems.slice(0, LONGEST_LIST),
  }
}
