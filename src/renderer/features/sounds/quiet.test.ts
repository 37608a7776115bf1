import { expect, it } from 'vitest'

import { setTimeZone } from '../../ui/index.ts'
import { quietUntil } from './quiet.ts'

it('R-03-173 nothing disturbs for half an hour, an hour, or until tomorrow begins where the company is', () => {
  setTimeZone('Asia/Shanghai')
  const now = Date.parse('2026-11-22T15:30:00Z')
  expect(quietUntil('half-hour', now)).toBe(now + 30 * 60_000)
  expect(quietUntil('hour', now)).toBe(now + 60 * 60_000)
  expect(new Date(quietUntil('tomorrow', now)).toISOString()).toBe('2026-11-22T16:00:00.000Z')
})
