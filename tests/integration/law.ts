import { expect } from 'vitest'

import { sql } from '../../src/base/sql.ts'
import { events, type EventName } from '../../src/protocol/events/index.ts'
import type { CacheDigest } from '../support/cacheDigest.ts'
import type { World } from '../support/world.ts'
import type { WorldCore } from '../support/worldCore.ts'
import type { EventCase } from './eventCases.ts'
import { createScene } from './scene.ts'

export const EVENTS = Object.keys(events) as EventName[]

/** Where a core is while something happens, and how it finds back. */
export interface Way {
  readonly away: boolean
  readonly mode: 'resumed' | 'resync'
  /** Spoils the cursor, or what it points to. */
  astray?(core: WorldCore, world: World): void | Promise<void>
}

export const ways = {
  'connected all the time': { away: false, mode: 'resumed' },
  'back with its cursor': { away: true, mode: 'resumed' },
  'back with the cursor of another history': {
    away: true,
    mode: 'resync',
    astray: (core) => core.cache().exec(`update position set epoch = 'another'`),
  },
  'back with a cursor ahead of the log': {
    away: true,
    mode: 'resync',
    astray: (core) => core.cache().exec('update position set revision = revision + 1000000'),
  },
  'back with a cursor older than what is kept of the log': {
    away: true,
    mode: 'resync',
    // A server that was not started again still has the newest entries in memory.
    astray: async (_, world) => {
      await world.change(async ({ tx }) => {
        await tx.run(sql`delete from log where revision <= (select revision from organizations)`)
      })
      await world.stopServer()
      await world.startServer()
    },
  },
} as const satisfies Readonly<Record<string, Way>>

export interface Copies {
  readonly old: CacheDigest
  readonly fresh: CacheDigest
  readonly observed: ReadonlySet<EventName>
}

/** `core` is in step before the case, `hands` does what its agent does; `begins` is called when it gets serious. */
export const compareCopies = async (
  world: World,
  { core, hands }: { readonly core: WorldCore; readonly hands: WorldCore },
  happens: EventCase,
  { away, mode, astray }: Way,
  begins: () => void = () => undefined,
): Promise<Copies> => {
  let begun = false
  const scene = createScene(world, hands, async () => {
    await world.pass()
    begun = true
    core.observed()
    if (away) core.goOffline()
    begins()
  })
  await hands.client.run('reception.set', { on: true })
  await happens(scene)
  await world.pass()
  expect(begun, 'the case says when it begins').toBe(true)
  if (away) {
    await astray?.(core, world)
    await core.comeBack()
    await world.pass()
    expect(core.mode()).toBe(mode)
  }
  const newcomer = await world.core(hands.agent)
  // Long enough for the search index and for what is repaired with patience.
  await world.pass(5000)
  const { watched, fresh } = await core.lists()
  expect(watched, 'the list is brought up to date').toEqual(fresh)
  const copies = { old: core.digest(), fresh: newcomer.digest(), observed: core.observed() }
  await newcomer.stop()
  await world.pass()
  return copies
}
