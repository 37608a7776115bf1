import { expect, it } from 'vitest'

import { RECEPTION_DEFAULTS, type Organization } from '../../../../protocol/model/index.ts'
import { isSame } from '../isSame.ts'
import { OFFICE_HOURS } from './form.ts'
import { argsOf, isReady, settingsOf } from './settings.ts'

const organization = {
  policy: 'idle-rate',
  capacity: 10,
  waitingLimitMs: 120_000,
  reception: { ...RECEPTION_DEFAULTS, returningHours: 48 },
  version: 3,
} as Organization

it('R-02-180 saves hours and plan, and leaves every other setting as it is', () => {
  const { policy, capacity, waitingLimitMs, reception, version } = organization
  const settings = settingsOf(organization)
  expect(argsOf(settings, organization)).toEqual({ policy, capacity, waitingLimitMs, reception, version })
  // Always open is the default; whoever unticks it begins with office hours.
  const changed = { ...settings, always: false, offHours: [{ kind: 'pending-pool' }] } as const
  expect(isSame(changed, settings)).toBe(false)
  expect(argsOf(changed, organization).reception).toEqual({
    ...reception,
    hours: OFFICE_HOURS,
    offHours: changed.offHours,
  })
})

it('cannot be saved with a time, a text or a figure that is none', () => {
  const settings = settingsOf(organization)
  expect(isReady(settings)).toBe(true)
  expect(isReady({ ...settings, answerHours: '0' })).toBe(false)
  expect(isReady({ ...settings, offHours: [{ kind: 'text', text: ' ' }] })).toBe(false)
  const hours = { ...settings.hours, week: [[{ from: '9', to: '18:00' }], [], [], [], [], [], []] }
  expect(isReady({ ...settings, hours })).toBe(true)
  expect(isReady({ ...settings, hours, always: false })).toBe(false)
})
