import { expect, it } from 'vitest'

import { steady } from './steady.ts'

const row = (id: string, at: number, text = '') => ({ id, at, text })

it('R-03-035 a held list keeps every row in its place, with its newest content', () => {
  const held = [row('a', 3), row('b', 2), row('c', 1)]
  const latest = [row('c', 9, 'new'), row('d', 8), row('a', 3), row('b', 2)]
  const { rows, changed } = steady(latest, held)
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(rows[2]?.text).toBe('new')
  expect(changed).toBe(2)
})

it('a row that went away stays until the list is let go', () => {
  expect(steady([row('b', 2)], [row('a', 3), row('b', 2)]).rows.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(steady([row('b', 2)], null).rows.map(({ id }) => id)).toEqual(['b'])
})

it('rows that did not change are the same objects', () => {
  const a = row('a', 3)
  expect(steady([a], [row('a', 3)]).rows[0]).toBe(a)
})
