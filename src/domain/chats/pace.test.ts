import { expect, it } from 'vitest'

import { waitBeforeNext } from './pace.ts'

it('R-09-048 after 20 messages within 10 s one waits until the first of them is 10 s old', () => {
  const times = Array.from({ length: 20 }, (_, index) => 1000 + index * 100)
  expect(waitBeforeNext(times.slice(1), 3000)).toBe(0)
  expect(waitBeforeNext(times, 3000)).toBe(8000)
  expect(waitBeforeNext(times, 11_000)).toBe(0)
})
