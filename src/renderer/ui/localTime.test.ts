import { expect, it } from 'vitest'

import { instantOf, localText } from './localTime.ts'

it('a chosen time is one of the organisation’s wall clock, whatever zone this computer is in', () => {
  const at = Date.parse('2026-11-21T20:30:00Z')
  expect(localText(at, 'Asia/Shanghai')).toBe('2026-11-22T04:30')
  expect(instantOf('2026-11-22T04:30', 'Asia/Shanghai')).toBe(at)
  expect(instantOf('', 'Asia/Shanghai')).toBeNull()
})
