import { expect, it } from 'vitest'

import { createTestClock } from '../../../../tests/support/clock.ts'
import { createIds } from '../../../base/ids.ts'
import { createRandom } from '../random.ts'
import { gatherCrowd } from './crowd.ts'
import type { ConnectionOptions } from './customerConnection.ts'
import { Player } from './player.ts'

const gather = (agentsConnected: () => number, newcomers = true) => {
  const clock = createTestClock()
  const wires: ConnectionOptions[] = []
  let players: readonly Player[] = []
  const crowd = gatherCrowd({
    players: [],
    serverUrl: 'http://127.0.0.1:1',
    page: 'http://127.0.0.1:2/',
    connect: (options) => {
      wires.push(options)
      return { send: () => undefined, close: () => undefined }
    },
    clock,
    ids: createIds(clock),
    random: createRandom(5),
    newcomers,
    agentsConnected,
    save: (kept) => {
      players = kept
    },
  })
  return { clock, crowd, wires, players: () => players }
}

it('lets nobody come while no agent is connected', () => {
  const { clock, wires } = gather(() => 0)
  clock.advance(3_600_000)
  expect(wires).toHaveLength(0)
})

it('lets nobody come where none are wanted', () => {
  const { clock, wires } = gather(() => 1, false)
  clock.advance(3_600_000)
  expect(wires).toHaveLength(0)
})

it('lets customers come one after the other until three wait, each with another errand', () => {
  const { clock, wires, players, crowd } = gather(() => 1)
  clock.advance(90_000)
  expect(wires.length).toBeGreaterThan(0)
  clock.advance(3_600_000)
  expect(wires).toHaveLength(3)
  expect(new Set(players().map(({ dialogue }) => dialogue.scriptId)).size).toBe(3)
  for (const player of players()) Player.parse(player)
  crowd.stop()
  clock.advance(3_600_000)
  expect(wires).toHaveLength(3)
})

it('lets the next one come when one of those waiting is served, but never overruns the desk', () => {
  const { clock, wires } = gather(() => 1)
  clock.advance(3_600_000)
  for (let round = 0; round < 12; round += 1) {
    for (const { onFrame } of wires) {
      onFrame({ t: 'state', state: { session: 'active', place: null, agent: null, endReason: null } })
    }
    clock.advance(600_000)
  }
  expect(wires).toHaveLength(7)
})
