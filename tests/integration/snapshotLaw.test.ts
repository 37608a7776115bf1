/**
 * The first law of sync: an old snapshot with the events since then is the same as a fresh snapshot.
 *
 * A core that was in step before something happens is compared with one that begins afterwards, for every event there
 * is and for every way back to the server.
 */
import { describe, expect, it } from 'vitest'

import type { EventName } from '../../src/protocol/events/index.ts'
import { describeDatabases } from '../support/databases.ts'
import { createWorld } from '../support/world.ts'
import { eventCases } from './eventCases.ts'
import { compareCopies, EVENTS, ways } from './law.ts'

const CAPACITY = 200
const everyWay = Object.keys(ways) as (keyof typeof ways)[]
/** Every event there is in one test: a minute's work where the machine has other things to do. */
const PATIENCE_MS = 300_000
/** What the other ways add is decided above the database. */
const usualWays: typeof everyWay = ['connected all the time', 'back with its cursor']

describeDatabases('an old snapshot with the events since then is a fresh snapshot', (databases) => {
  it.each(databases.driver === 'sqlite' ? everyWay : usualWays)(
    'for every event, %s',
    async (name) => {
      const address = await databases.fresh()
      if (!address) return
      const world = await createWorld({ address, capacity: CAPACITY })
      const way = ways[name]
      const people = { core: await world.core(1), hands: await world.core(1) }
      for (const event of EVENTS) {
        const { old, fresh, observed } = await compareCopies(world, people, eventCases[event], way)
        expect(old, event).toEqual(fresh)
        if (way.mode === 'resumed') expect(observed, `${event} came`).toContain(event)
      }
      await world.dispose()
    },
    PATIENCE_MS,
  )
})

/** What no cache holds: it is asked of the server, and asked again after this. */
const ONLY_TOLD: readonly EventName[] = ['block-entry.changed', 'company-blocks.changed']

describe('the law itself', () => {
  it.each(EVENTS.filter((event) => !ONLY_TOLD.includes(event)))(
    'catches a server that forgets to publish %s',
    async (event) => {
      let forgotten: EventName | null = null
      const world = await createWorld({ capacity: CAPACITY, publishes: (entry) => entry.event !== forgotten })
      const people = { core: await world.core(1), hands: await world.core(1) }
      const { old, fresh } = await compareCopies(
        world,
        people,
        eventCases[event],
        ways['connected all the time'],
        () => {
          forgotten = event
        },
      )
      expect(old).not.toEqual(fresh)
      await world.dispose()
    },
  )
})
