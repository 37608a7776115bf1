import { expect, it } from 'vitest'

import { createLeaving } from './leaving.ts'

it('the window is asked, and answers', () => {
  let asked = 0
  const leaving = createLeaving(() => (asked += 1) > 0)
  expect(leaving.mayLeave()).toBe(false)
  leaving.answered(false)
  expect(leaving.mayLeave()).toBe(false)
  leaving.answered(true)
  expect(leaving.mayLeave()).toBe(true)
  expect(asked).toBe(2)
})

it('nobody is held who asks twice, whose window is gone, or whose computer is switched off', () => {
  const stuck = createLeaving(() => true)
  expect(stuck.mayLeave()).toBe(false)
  expect(stuck.mayLeave()).toBe(true)
  expect(createLeaving(() => false).mayLeave()).toBe(true)
  const off = createLeaving(() => true)
  off.force()
  expect(off.mayLeave()).toBe(true)
})
