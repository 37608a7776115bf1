import { expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { silentLogger } from '../../base/logger.ts'
import type { ConversationId, GroupId } from '../../protocol/model/index.ts'
import { createQueuePlaces, minutesOf } from './queuePlaces.ts'

const MINUTE = 60_000
const TARGET = { kind: 'group', groupId: 'group-1' as GroupId } as const
const [first, second] = ['c-1', 'c-2'] as ConversationId[]

it('the estimate is the median in whole minutes, at least one, and unknown without anybody', () => {
  expect(minutesOf([])).toBeNull()
  expect(minutesOf([1000])).toBe(1)
  expect(minutesOf([30 * MINUTE, 2 * MINUTE, 4 * MINUTE])).toBe(4)
})

it('R-18-020 who waits is told place and estimate, looked up once in ten seconds however many wait', async () => {
  const clock = createTestClock()
  const moved: ConversationId[] = []
  let waits = [4 * MINUTE]
  let looked = 0
  const places = createQueuePlaces({
    clock,
    log: silentLogger,
    read: async () => [first, second].flatMap((id) => id ?? []),
    readWaits: async (_target, since) => {
      looked += 1
      expect(since).toBe(clock.now() - 60 * MINUTE)
      return waits
    },
    moved: (ids) => moved.push(...ids),
  })
  if (!first || !second) throw new Error('two customers wait')
  expect(await places.watch(first, TARGET)).toEqual({ place: 1, minutes: 4 })
  expect(await places.watch(second, TARGET)).toEqual({ place: 2, minutes: 4 })
  waits = [9 * MINUTE]
  for (let second = 0; second < 9; second += 1) {
    places.queueMoved('group-1')
    clock.advance(1000)
    await settled()
  }
  expect([looked, moved]).toEqual([1, []])
  clock.advance(1000)
  await settled()
  expect(looked).toBe(2)
  expect(moved.toSorted()).toEqual([first, second])
  expect(await places.watch(second, TARGET)).toEqual({ place: 2, minutes: 9 })
  places.stop()
})

it('R-18-020 who comes between two counts is told at once where they stand, and who moved is told once', async () => {
  const clock = createTestClock()
  const moved: ConversationId[][] = []
  let waiting = Array.from({ length: 12 }, (_, index) => `c-${index + 1}` as ConversationId)
  let counted = 0
  const places = createQueuePlaces({
    clock,
    log: silentLogger,
    read: async () => {
      counted += 1
      return waiting
    },
    readWaits: async () => [],
    moved: (ids) => moved.push([...ids]),
  })
  const placeOf = async (id: string): Promise<number | null> =>
    (await places.watch(id as ConversationId, TARGET)).place
  expect(await placeOf('c-12')).toBe(12)
  // `c-1` begins like three others.
  expect([await placeOf('c-1'), await placeOf('c-2'), await placeOf('c-11')]).toEqual([1, 2, 11])
  expect(counted).toBe(1)
  expect(await placeOf('c-13')).toBeNull()
  waiting = [...waiting.filter((id) => id !== 'c-2'), 'c-13' as ConversationId]
  places.queueMoved('group-1')
  clock.advance(1000)
  await settled()
  expect(moved).toEqual([['c-12', 'c-2', 'c-11', 'c-13']])
  expect([await placeOf('c-1'), await placeOf('c-11'), await placeOf('c-13')]).toEqual([1, 10, 12])
  places.unwatch('c-2' as ConversationId)
  clock.advance(1000)
  await settled()
  expect(moved).toHaveLength(1)
  places.stop()
})

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
