/** Plays schedules by chance until one breaks a promise. */
import fc from 'fast-check'

import type { DatabaseAddress } from '../../src/server/db/open.ts'
import { openDesk } from './desk.ts'
import { anySchedule, type People } from './schedule.ts'

export interface PlayOptions {
  readonly fresh: () => Promise<DatabaseAddress>
  readonly people: People
  readonly capacity: number
  /** Schedules on a new desk each, and rounds of each of them. */
  readonly desks: number
  readonly rounds: number
  readonly seed: number
}

export interface Played {
  rounds: number
  commands: number
  refused: number
  arrivals: number
  assigned: number
  readonly problems: string[]
}

export const playSchedules = async (options: PlayOptions): Promise<Played> => {
  const played: Played = { rounds: 0, commands: 0, refused: 0, arrivals: 0, assigned: 0, problems: [] }
  const schedules = fc.asyncProperty(anySchedule(options.people, options.rounds), async (schedule) => {
    const desk = await openDesk({
      ...options.people,
      address: await options.fresh(),
      capacity: options.capacity,
    })
    try {
      for (const round of schedule) {
        await desk.play(round)
        played.rounds += 1
        const [problem] = desk.problems()
        if (problem !== undefined) throw new Error(`${problem}, after ${JSON.stringify(round)}`)
      }
    } finally {
      played.commands += desk.counted.commands
      played.refused += desk.counted.refused
      played.arrivals += desk.reference.seen.get('session.requested') ?? 0
      played.assigned += desk.reference.seen.get('session.assigned') ?? 0
      await desk.close()
    }
  })
  const result = await fc.check(schedules, { seed: options.seed, numRuns: options.desks, endOnFailure: true })
  if (result.failed) {
    const { errorInstance, counterexamplePath } = result
    played.problems.push(`${String(errorInstance)} (seed ${options.seed}, path ${counterexamplePath ?? ''})`)
  }
  return played
}
