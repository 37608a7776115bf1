/** What may happen at a reception desk, by chance: kinds of steps, and schedules in which some happen at once. */
import fc from 'fast-check'

import type { Presence } from '../../src/protocol/model/index.ts'

/** Whom a session is meant for: the main group, the other one, or an agent by number. */
export type TargetNumber = 'main' | 'other' | number

/** `pick` chooses among the sessions that are there when the step happens. */
export type Step =
  | { readonly kind: 'write' | 'leave' | 'block' | 'unblock'; readonly customer: number }
  | { readonly kind: 'accept' | 'dismiss'; readonly agent: number; readonly pick: number }
  | { readonly kind: 'race'; readonly pick: number }
  | { readonly kind: 'clash'; readonly pick: number; readonly to: TargetNumber; readonly other: TargetNumber }
  | { readonly kind: 'answer' | 'end'; readonly pick: number }
  | {
      readonly kind: 'transfer' | 'force' | 'retarget'
      readonly pick: number
      readonly to: TargetNumber
      readonly waiting: boolean
    }
  | { readonly kind: 'connect' | 'disconnect' | 'disable' | 'enable'; readonly agent: number }
  | { readonly kind: 'presence'; readonly agent: number; readonly presence: Exclude<Presence, 'offline'> }
  | { readonly kind: 'switch'; readonly agent: number; readonly on: boolean }
  | { readonly kind: 'capacity'; readonly agent: number; readonly capacity: number | null }
  | {
      readonly kind: 'settings'
      readonly capacity: number
      readonly pool: boolean
      readonly autoAssign: boolean
      readonly beyond: boolean
      readonly emergency: boolean
      /** Quiet sessions stop counting for capacity. */
      readonly rest: boolean
    }

/** Time passes, and perhaps the server is started again; then what is due and some steps happen at once. */
export interface Round {
  readonly waitMs: number
  readonly restart: boolean
  readonly steps: readonly Step[]
}

export interface People {
  readonly agents: number
  readonly customers: number
  /** Most steps at once. */
  readonly atOnce: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Long enough for: nothing, offline, timeout transfer, away, idle end. */
const WAITS_MS = [0, 0, 5 * SECOND, 61 * SECOND, 2 * MINUTE + SECOND, 11 * MINUTE, 31 * MINUTE] as const

export const anySchedule = (people: People, rounds: number): fc.Arbitrary<Round[]> =>
  fc.array(anyRound(people), { minLength: rounds, maxLength: rounds })

const anyRound = (people: People): fc.Arbitrary<Round> =>
  fc.record({
    waitMs: fc.constantFrom(...WAITS_MS),
    restart: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0),
    steps: fc.array(anyStep(people), { minLength: 1, maxLength: people.atOnce, size: 'max' }),
  })

const anyStep = ({ agents, customers }: People): fc.Arbitrary<Step> => {
  const agent = fc.integer({ min: 1, max: agents })
  // The first is the one who administers: they stay.
  const other = fc.integer({ min: 2, max: agents })
  const customer = fc.nat(customers - 1)
  const pick = fc.nat(99)
  const to: fc.Arbitrary<TargetNumber> = fc.oneof(fc.constantFrom('main' as const, 'other' as const), agent)
  const step = <K extends Step['kind'], T>(
    weight: number,
    kind: K,
    rest: { [N in keyof T]: fc.Arbitrary<T[N]> },
  ) => ({
    weight,
    arbitrary: fc.record({ kind: fc.constant(kind), ...rest }) as unknown as fc.Arbitrary<Step>,
  })
  return fc.oneof(
    step(12, 'write', { customer }),
    step(2, 'leave', { customer }),
    step(1, 'block', { customer }),
    step(1, 'unblock', { customer }),
    step(4, 'accept', { agent, pick }),
    step(1, 'dismiss', { agent, pick }),
    step(2, 'race', { pick }),
    step(3, 'clash', { pick, to, other: to }),
    step(6, 'answer', { pick }),
    step(3, 'end', { pick }),
    step(4, 'transfer', { pick, to, waiting: fc.boolean() }),
    step(3, 'force', { pick, to, waiting: fc.boolean() }),
    step(2, 'retarget', { pick, to, waiting: fc.constant(true) }),
    step(4, 'connect', { agent }),
    step(2, 'disconnect', { agent }),
    step(1, 'disable', { agent: other }),
    step(2, 'enable', { agent: other }),
    step(2, 'presence', {
      agent,
      presence: fc.constantFrom('online' as const, 'online' as const, 'busy' as const, 'invisible' as const),
    }),
    step(2, 'switch', { agent, on: fc.boolean() }),
    step(2, 'capacity', { agent, capacity: fc.option(fc.integer({ min: 1, max: 3 })) }),
    step(1, 'settings', {
      capacity: fc.integer({ min: 1, max: 3 }),
      pool: fc.boolean(),
      autoAssign: fc.boolean(),
      beyond: fc.boolean(),
      emergency: fc.boolean(),
      rest: fc.boolean(),
    }),
  )
}
