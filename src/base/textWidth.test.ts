import { expect, it } from 'vitest'

import { textWidth } from './textWidth.ts'

it('counts a full-width character as one and two half-width characters as one', () => {
  expect(textWidth('')).toBe(0)
  expect(textWidth('退款申请')).toBe(4)
  expect(textWidth('Refund')).toBe(3)
  expect(textWidth('A4纸')).toBe(2)
  expect(textWidth('，！')).toBe(2)
  expect(textWidth('😀👍')).toBe(2)
})
