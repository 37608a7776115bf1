import { expect, it } from 'vitest'

import { PREFERENCES, toPreferences } from './preferences.ts'

it('R-02-064 R-02-161 after five minutes suspended, and nobody leaves the list by themselves, until somebody chooses', () => {
  expect(toPreferences(null)).toEqual(PREFERENCES)
  expect(PREFERENCES).toMatchObject({ idleMinutes: 5, idlePresence: 'suspended', removeEnded: false })
})

it('keeps what it understands of what was saved', () => {
  const saved = {
    idleMinutes: 0,
    idlePresence: 'asleep',
    removeEnded: true,
    removeTransferred: 'yes',
    more: 1,
  }
  expect(toPreferences(saved)).toEqual({ ...PREFERENCES, idleMinutes: 0, removeEnded: true })
})
