import { expect, it } from 'vitest'

import { daysOfMonth, monthAfter } from './month.ts'

it('shows six whole weeks, and goes over the end of a year', () => {
  const days = daysOfMonth('2026-11')
  expect([days.length, days[0], days[6], days.at(-1)]).toEqual([42, '2026-10-26', '2026-11-01', '2026-12-06'])
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-11', 0)]).toEqual([
    '2027-01',
    '2025-12',
    '2026-11',
  ])
})
