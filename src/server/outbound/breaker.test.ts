import { expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { createBreaker, type Breaker } from './breaker.ts'

const fail = (breaker: Breaker<'silent' | 'unreachable'>, times: number): void => {
  for (let count = 0; count < times; count += 1) breaker.ended('silent')
}

it('after five failures in a row nobody asks for a minute, then one question is tried', () => {
  const clock = createTestClock()
  const breaker = createBreaker<'silent' | 'unreachable'>(clock)
  fail(breaker, 4)
  expect(breaker.mayAsk()).toBe(true)
  fail(breaker, 1)
  expect(breaker.mayAsk()).toBe(false)
  expect(breaker.health()).toMatchObject({ lastProblem: 'silent', restsUntil: clock.now() + 60_000 })
  clock.advance(59_999)
  expect(breaker.mayAsk()).toBe(false)
  clock.advance(1)
  expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, false])
  breaker.ended('unreachable')
  expect(breaker.mayAsk()).toBe(false)
  clock.advance(60_000)
  expect(breaker.mayAsk()).toBe(true)
  breaker.ended(null)
  expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, true])
  expect(breaker.health().restsUntil).toBeNull()
})

it('more than a fifth of a minute are too many, and the next minute counts anew', () => {
  const clock = createTestClock()
  const breaker = createBreaker<'silent' | 'unreachable'>(clock)
  for (let count = 0; count < 8; count += 1) breaker.ended(null)
  fail(breaker, 2)
  expect(breaker.mayAsk()).toBe(true)
  fail(breaker, 1)
  expect(breaker.mayAsk()).toBe(false)

  const other = createBreaker<'silent' | 'unreachable'>(clock)
  for (let count = 0; count < 8; count += 1) other.ended(null)
  fail(other, 2)
  clock.advance(60_000)
  fail(other, 1)
  expect(other.mayAsk()).toBe(true)
  expect(other.health()).toMatchObject({ asked: 1, failed: 1 })
})
