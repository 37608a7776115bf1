import { expect, it } from 'vitest'

import type { ThreadItem } from './items.ts'
import { endSpan, roomOf, shownOf, spanBetween, spanOf } from './span.ts'

const row = (key: string): ThreadItem => ({ kind: 'system', key, message: {} as never })
const rows = (...keys: readonly string[]): ThreadItem[] => keys.map(row)
const day = (key: string): ThreadItem => ({ kind: 'day', key, at: 0 })
const tens = (items: readonly ThreadItem[]) => new Map(items.map(({ key }) => [key, 10]))

it('begins with as many of the last rows as fill the list', () => {
  const items = rows('a', 'b', 'c', 'd')
  expect(endSpan(items, tens(items), 20)).toEqual({ from: 2, to: 4 })
  expect(endSpan(items, tens(items), 1000)).toEqual({ from: 0, to: 4 })
})

it('finds the rows that are seen between two heights, and never none', () => {
  const items = rows('a', 'b', 'c', 'd')
  expect(spanBetween(items, tens(items), 10, 25)).toEqual({ from: 1, to: 3 })
  expect(spanBetween(items, tens(items), -50, 5)).toEqual({ from: 0, to: 1 })
  expect(spanBetween(items, tens(items), 500, 900)).toEqual({ from: 3, to: 4 })
  expect(roomOf(items, tens(items), { from: 1, to: 3 })).toBe(20)
})

it('shows the same rows after older ones came before them', () => {
  const before = [day('day-3'), ...rows('c', 'd', 'e')]
  const shown = shownOf(before, { from: 0, to: 3 })
  expect(shown).toEqual({ first: 'c', last: 'd' })
  const after = [day('day-1'), ...rows('a', 'b', 'c', 'd', 'e', 'f')]
  expect(spanOf(after, tens(after), shown, 20)).toEqual({ from: 3, to: 5 })
})

it('shows the line that belongs to its first row, and the end when that row is gone', () => {
  const items = [...rows('a'), day('day-2'), ...rows('b', 'c')]
  expect(spanOf(items, tens(items), { first: 'b', last: null }, 20)).toEqual({ from: 1, to: 4 })
  expect(spanOf(items, tens(items), { first: 'gone', last: null }, 20)).toEqual({ from: 2, to: 4 })
  expect(spanOf(items, tens(items), null, 10)).toEqual({ from: 3, to: 4 })
})
