import { expect, it } from 'vitest'

import { RECEPTION_DEFAULTS, type Organization } from '../../../../protocol/model/index.ts'
import { isSame } from '../isSame.ts'
import { argsOf, formOf, isFigure, isReady, wrongFigures } from './form.ts'

const organization = {
  policy: 'idle-rate',
  capacity: 10,
  waitingLimitMs: 120_000,
  reception: RECEPTION_DEFAULTS,
  version: 3,
} as Organization

it('what is not touched is saved as it was', () => {
  const { policy, capacity, waitingLimitMs, reception, version } = organization
  expect(argsOf(formOf(organization), organization)).toEqual({
    policy,
    capacity,
    waitingLimitMs,
    reception,
    version,
  })
  expect(isSame(formOf(organization), formOf(organization))).toBe(true)
})

it('R-02-100 an own order of measures is saved, the usual one is not', () => {
  const form = formOf(organization)
  const own = { ...form, overflow: [{ kind: 'leave-message' }] } as const
  expect(argsOf(own, organization).reception.overflow).toEqual({ web: own.overflow })
  const saved = { ...organization, reception: argsOf(own, organization).reception }
  expect(formOf(saved).overflow).toEqual(own.overflow)
  expect(argsOf(form, saved).reception.overflow).toEqual({})
  expect(isReady({ ...form, overflow: [{ kind: 'text', text: '' }] })).toBe(false)
})

it('R-02-066 figures are whole numbers within their limits', () => {
  for (const text of ['', ' ', '0', '201', '1.5', 'ten']) expect(isFigure('capacity', text)).toBe(false)
  for (const text of ['1', '200']) expect(isFigure('capacity', text)).toBe(true)
  const form = formOf(organization)
  expect(wrongFigures(form)).toEqual([])
  expect(
    wrongFigures({ ...form, figures: { ...form.figures, returningHours: '', idleEndMinutes: '4' } }),
  ).toEqual(['returningHours', 'idleEndMinutes'])
})
