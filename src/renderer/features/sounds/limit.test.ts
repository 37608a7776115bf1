import { expect, it } from 'vitest'

import { afterSound } from './limit.ts'

it('R-03-171 at most three sounds in five seconds', () => {
  const three = [0, 100, 200].reduce<readonly number[]>((times, now) => afterSound(times, now) ?? times, [])
  expect(afterSound(three, 4000)).toBeNull()
  expect(afterSound(three, 5050)).toEqual([100, 200, 5050])
})
