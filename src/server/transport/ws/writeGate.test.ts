import { expect, it } from 'vitest'

import { createTestClock } from '../../../../tests/support/clock.ts'
import { limitsOf } from '../limits.ts'
import { createKeyedBuckets } from '../tokenBucket.ts'
import { createWriteGate, type Refused } from './writeGate.ts'

const setUp = () => {
  const clock = createTestClock()
  const gate = createWriteGate(createKeyedBuckets(limitsOf(1).customerWrites, clock), clock)
  /** As much at once as is needed to be refused. */
  const rush = (key = 'one'): Refused => {
    for (;;) {
      const refused = gate.take(key)
      if (refused) return refused
    }
  }
  return { clock, gate, rush }
}

it('R-02-304 R-18-082 who is too fast again and again solves a sum before anything more is taken', () => {
  const { clock, gate, rush } = setUp()
  for (let round = 1; round <= 2; round += 1) {
    expect(rush()).toEqual({ retryAfterMs: 500 })
    // What is sent nevertheless belongs to the same rush.
    expect(rush()).toEqual({ retryAfterMs: 500 })
    clock.advance(10_000)
  }
  const asked = rush()
  expect(asked).toMatchObject({ retryAfterMs: 0 })
  const { first = 0, second = 0 } = asked
  clock.advance(60_000)
  expect(gate.take('one')).toEqual(asked)
  expect(gate.take('another')).toBeNull()
  gate.solve('one', first + second + 1)
  const again = gate.take('one')
  expect(again).toMatchObject({ retryAfterMs: 0 })
  gate.solve('one', (again?.first ?? 0) + (again?.second ?? 0))
  expect(gate.take('one')).toBeNull()
  expect(rush()).toEqual({ retryAfterMs: 500 })
})

it('a rush now and then is none again, and who was asked nothing solves nothing', () => {
  const { clock, gate, rush } = setUp()
  for (let round = 0; round < 5; round += 1) {
    expect(rush()).toEqual({ retryAfterMs: 500 })
    clock.advance(11 * 60_000)
  }
  gate.solve('nobody', 7)
  expect(gate.take('nobody')).toBeNull()
})
