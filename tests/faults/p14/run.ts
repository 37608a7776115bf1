/** P14: of a hundred agents who accept one session at once, one wins. */
import { performance } from 'node:perf_hooks'

import { sql } from '../../../src/base/sql.ts'
import type { DatabaseAddress } from '../../../src/server/db/open.ts'
import { findOrganization } from '../../../src/server/db/organizations.ts'
import { openSessionOf } from '../../../src/server/db/sessions.ts'
import { createRandom } from '../../../src/server/demo/random.ts'
import type { Driver } from '../../model/databases.ts'
import { openReception, ORGANIZATION, type Reception } from '../../support/reception.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { onDatabases } from '../lib/onDatabases.ts'

export interface P14Size {
  readonly agents: number
  readonly rounds: Readonly<Record<Driver, number>>
}

interface Races {
  rounds: number
  byHand: number
  byItself: number
  p99Ms: number
  readonly problems: string[]
}

export const runP14 = async (seed: number, { agents, rounds }: P14Size): Promise<Finding> => {
  const { results, words } = await onDatabases(rounds, async (fresh, count) =>
    race(await fresh(), agents, count, seed),
  )
  const problems = results.flatMap(([, races]) => races.problems)
  return {
    id: 'P14',
    promise: 'one winner',
    figure: `${words(
      (races) =>
        `${races.problems.length} of ${races.rounds} races of ${agents} without exactly one winner (${bound(races.rounds)}), ` +
        `${races.byHand} won by hand, ${races.byItself} by automatic assignment, all answered p99 ${races.p99Ms.toFixed(0)} ms`,
    )}`,
    holds: problems.length === 0 && results.every(([, races]) => races.byHand > 0 && races.byItself > 0),
    seed,
    figures: Object.fromEntries(results.flatMap(([driver, races]) => figuresOf(driver, races))),
    problems: problems.slice(0, LONGEST_LIST),
  }
}

const figuresOf = (driver: Driver, { rounds, byHand, byItself, p99Ms }: Races): [string, number][] => [
  [`${driver} rounds`, rounds],
  [`${driver} by hand`, byHand],
  [`${driver} by itself`, byItself],
  [`${driver} p99 ms`, Math.round(p99Ms)],
]

const race = async (
  address: DatabaseAddress,
  agents: number,
  rounds: number,
  seed: number,
): Promise<Races> => {
  const random = createRandom(seed)
  const reception = await openReception({ address, agents, permissions: ['reception.routing'] })
  const races: Races = { rounds: 0, byHand: 0, byItself: 0, p99Ms: 0, problems: [] }
  const spent: number[] = []
  try {
    await prepare(reception, agents)
    const visitor = await reception.customer('客户')
    for (; races.rounds < rounds; races.rounds += 1) {
      // Everybody is there and nobody receives: the customer waits.
      await reception.write(visitor, '在吗')
      const waiting = await openSessionOf(reception.db, ORGANIZATION, visitor.conversationId)
      if (waiting?.session.state !== 'pending') throw new Error('the customer does not wait')
      const sessionId = waiting.session.id
      const numbers = Array.from({ length: agents }, (_, index) => index + 1)
      const order = random.sample(numbers, agents).toSorted(() => random.next() - 0.5)
      // Somebody becomes receivable in between, and would be given the customer; every fourth time before all others.
      const lucky = races.rounds % 4 === 0 ? (order[0] ?? 1) : random.pick(numbers)
      const begun = performance.now()
      const accepts = order.map(async (number) => {
        if (number === lucky) void reception.run(reception.agent(lucky), 'reception.set', { on: true })
        return reception.run(reception.agent(number), 'session.accept', { sessionId })
      })
      const outcomes = await Promise.all(accepts)
      spent.push(performance.now() - begun)
      const taken = await openSessionOf(reception.db, ORGANIZATION, visitor.conversationId)
      const owner = taken?.session.handlerId
      const winners = outcomes.filter(({ ok }) => ok).length
      const losers = outcomes.filter((outcome) => !outcome.ok && outcome.code === 'already-taken').length
      const changes = await reception.db.all<{ cause: string }>(sql`
        select cause from session_journal where session_id = ${sessionId} and to_state = 'assigned'`)
      const byItself = changes[0]?.cause === 'became-receivable'
      // Whoever got it automatically and accepts it then is told that they have it.
      if (
        !owner ||
        changes.length !== 1 ||
        winners > 1 ||
        winners + losers !== agents ||
        (winners === 0 && !byItself)
      )
        races.problems.push(
          `round ${races.rounds}: ${winners} winners, ${losers} losers, ${changes.length} assignments`,
        )
      if (byItself) races.byItself += 1
      else races.byHand += 1
      await reception.done(visitor, 'customer.leave', {})
      await reception.done(reception.agent(lucky), 'reception.set', { on: false })
    }
  } finally {
    await reception.close()
  }
  races.p99Ms = spent.toSorted((a, b) => a - b)[Math.floor(spent.length * 0.99)] ?? 0
  return races
}

const prepare = async (reception: Reception, agents: number): Promise<void> => {
  const numbers = Array.from({ length: agents }, (_, index) => index + 1)
  await Promise.all(
    numbers.map(async (number) => reception.done(reception.agent(number), 'reception.set', { on: false })),
  )
  await reception.arrive(...numbers)
  const organization = await findOrganization(reception.db, ORGANIZATION)
  if (!organization) throw new Error('no organisation')
  const { policy, capacity, waitingLimitMs, version, reception: settings } = organization
  await reception.done(reception.agent(1), 'reception.configure', {
    ...{ policy, capacity, waitingLimitMs, version },
    reception: { ...settings, autoAssignGroupPool: true, returningHours: 0 },
  })
}
