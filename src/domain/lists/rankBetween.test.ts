import { expect, it } from 'vitest'

import { rankBetween } from './rankBetween.ts'

const at = (ms: number): string => String(ms).padStart(15, '0')

it('finds a place between two others, above all and below all', () => {
  const between = rankBetween(at(200), at(100))
  expect(between).toBe(at(150))
  expect(rankBetween(null, at(100))).toBe(at(101))
  expect(rankBetween(at(100), null)).toBe(at(99))
  expect(rankBetween(at(0), null)).toBe(at(0))
  expect(rankBetween(at(5), at(5))).toBeUndefined()
})

it('finds one however often the same place is asked for, and stays short enough to be kept', () => {
  let above = at(101)
  const below = at(100)
  for (let move = 0; move < 500; move += 1) {
    const between = rankBetween(above, below)
    expect(between !== undefined && between < above && between > below).toBe(true)
    above = between ?? above
  }
  expect(above.length).toBeLessThanOrEqual(200)
})

it('text order is the order of places, also for a rank that ends in zeros', () => {
  const between = rankBetween(`${at(7)}50`, `${at(7)}5`)
  expect(between).toBeUndefined()
})
