import { expect, it } from 'vitest'

import { movedTo } from './movedTo.ts'

it('puts an item to another place, and leaves the list where there is none', () => {
  expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(movedTo(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  expect(movedTo(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(movedTo(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
})
