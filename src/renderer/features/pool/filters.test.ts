import { expect, it } from 'vitest'

import { filterCount, NO_FILTER, sourcesOf } from './filters.ts'

it('counts the conditions that are set', () => {
  expect(filterCount(NO_FILTER)).toBe(0)
  expect(filterCount({ ...NO_FILTER, source: '', ownerId: 'nobody' })).toBe(2)
})

it('offers the sources of those who wait, and the chosen one after they left', () => {
  expect(sourcesOf(['', 'Baidu'], null)).toEqual(['', 'Baidu'])
  expect(sourcesOf(['', 'Baidu'], 'Baidu')).toEqual(['', 'Baidu'])
  expect(sourcesOf(['', 'Google'], 'Baidu')).toEqual(['', 'Baidu', 'Google'])
})
