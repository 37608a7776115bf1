import { expect, it } from 'vitest'

import { initialsOf } from './Avatar.tsx'

it('an avatar without a picture says who it is by two characters, or by one where there is no room', () => {
  expect(initialsOf('欧阳修远', 2)).toBe('修远')
  expect(initialsOf('欧阳修远', 1)).toBe('远')
  expect(initialsOf('Emma Clarke', 2)).toBe('EC')
  expect(initialsOf('emma', 2)).toBe('EM')
  expect(initialsOf('林知夏、陈可、何嘉言(3人)', 2)).toBe('嘉言')
  expect(initialsOf('Anna, Ben (2)', 2)).toBe('AB')
  expect(initialsOf('(VIP)', 2)).toBe('VI')
})
