import { expect, it } from 'vitest'

import { fitOf } from './fit.ts'

it('prefers the beginning, then a word, then anywhere, then initials, then the letters in order', () => {
  const fits = [
    fitOf('Tags', 'tags'),
    fitOf('Tags of the customer', 'tags'),
    fitOf('Add tags', 'tags'),
    fitOf('Vintages', 'tages'),
    fitOf('Temporary agents, good sorts', 'tags'),
    fitOf('Trainings', 'trgs'),
    fitOf('Transfer', 'tags'),
  ]
  expect(fits).toEqual([0, 1, 2, 3, 4, 5, null])
})

it('finds Chinese by its characters and by the initials of its pinyin, whatever the case', () => {
  expect(fitOf('结束会话', '会话')).not.toBeNull()
  expect(fitOf('结束会话', 'JSHH')).toBe(4)
  expect(fitOf('结束会话', 'th')).toBeNull()
})

it('wants every word that was typed, in any order, and takes everything where nothing was', () => {
  expect(fitOf('End session', 'sess end')).toBe(2)
  expect(fitOf('End session', 'sess start')).toBeNull()
  expect(fitOf('End session', ' ')).toBe(0)
})
