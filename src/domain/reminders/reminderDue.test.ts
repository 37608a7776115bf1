import { describe, expect, it } from 'vitest'

import { reminderDue } from './reminderDue.ts'

const NOW = Date.parse('2026-11-21T20:30:00Z')

describe('when a conversation comes back', () => {
  it('after ten minutes, an hour, tomorrow at nine in the company’s time zone, or at a chosen time', () => {
    const due = (when: Parameters<typeof reminderDue>[0]) => {
      const found = reminderDue(when, NOW, 'Asia/Shanghai')
      return found.ok ? new Date(found.value).toISOString() : found.code
    }
    expect(due({ kind: 'in', minutes: 10 })).toBe('2026-11-21T20:40:00.000Z')
    expect(due({ kind: 'in', minutes: 60 })).toBe('2026-11-21T21:30:00.000Z')
    // There it is the 22nd already, half past four in the morning.
    expect(due({ kind: 'tomorrow' })).toBe('2026-11-23T01:00:00.000Z')
    expect(due({ kind: 'at', at: NOW + 5 })).toBe('2026-11-21T20:30:00.005Z')
    expect(due({ kind: 'at', at: NOW })).toBe('time-past')
    expect(due({ kind: 'at', at: NOW + 400 * 86_400_000 })).toBe('time-too-far')
  })
})
