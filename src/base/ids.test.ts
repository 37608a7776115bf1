import { expect, it } from 'vitest'

import type { Clock } from './clock.ts'
import { createIds } from './ids.ts'

const clockAt = (...times: number[]): Clock => ({
  now: () => (times.length > 1 ? (times.shift() ?? 0) : (times[0] ?? 0)),
  after: () => () => undefined,
})

const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u

it('makes UUIDv7 that carry the time', () => {
  const id = createIds(clockAt(1_795_000_000_123)).next()
  expect(id).toMatch(UUID_V7)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(1_795_000_000_123)
})

it('sorts ids of one millisecond, and over a clock that steps back, as they were made', () => {
  const ids = createIds(clockAt(2000, 2000, 1000, 1000, 500))
  const made = Array.from({ length: 10_000 }, () => ids.next())
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
})

it('makes secrets of the length asked for', () => {
  const ids = createIds(clockAt(1))
  expect(ids.secret(32)).toMatch(/^[\da-f]{64}$/u)
  expect(ids.secret(32)).not.toBe(ids.secret(32))
})
