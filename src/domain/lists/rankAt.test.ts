import { expect, it } from 'vitest'

import { rankAt } from './rankAt.ts'

const row = (id: string, ms: number) => ({ id, rank: String(ms).padStart(15, '0') })
const after = (rows: readonly { id: string; rank: string }[], id: string, index: number): string[] => {
  const rank = rankAt(rows, id, index)
  return rows
    .map((one) => (one.id === id && rank !== undefined ? { ...one, rank } : one))
    .toSorted((a, b) => (a.rank < b.rank ? 1 : a.rank > b.rank ? -1 : a.id < b.id ? -1 : 1))
    .map((one) => one.id)
}

const rows = [row('a', 40), row('b', 30), row('c', 20), row('d', 10)]

it('brings a row to any place of its block', () => {
  expect(after(rows, 'd', 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(after(rows, 'a', 3)).toEqual(['b', 'c', 'd', 'a'])
  expect(after(rows, 'a', 1)).toEqual(['b', 'a', 'c', 'd'])
  expect(after(rows, 'c', 1)).toEqual(['a', 'c', 'b', 'd'])
  expect(after(rows, 'b', 1)).toEqual(['a', 'b', 'c', 'd'])
  expect(after(rows, 'd', 9)).toEqual(['a', 'b', 'c', 'd'])
})

it('goes past rows that came in at the same instant', () => {
  const same = [row('a', 40), row('b', 20), row('c', 20), row('d', 10)]
  expect(after(same, 'a', 1)).toEqual(['b', 'c', 'a', 'd'])
  expect(after(same, 'd', 2)).toEqual(['a', 'd', 'b', 'c'])
})
