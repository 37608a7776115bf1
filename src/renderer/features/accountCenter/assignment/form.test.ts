import { expect, it } from 'vitest'

import { RECEPTION_DEFAULTS, type Organization } from '../../../../protocol/model/index.ts'
import { argsOf, formOf, isFigure, isSame, wrongFigures } from './form.ts'

const organization = {
  policy: 'idle-rate',
  capacity: 10,
  waitingLimitMs: 120_000,
  reception: RECEPTION_DEFAULTS,
  version: 3,
} as Organization

it('what is not touched is saved as it was', () => {
  const { policy, capacity, waitingLimitMs, reception, version } = organization
  expect(argsOf(formOf(organization), 3)).toEqual({ policy, capacity, waitingLimitMs, reception, version })
  expect(isSame(formOf(organization), formOf(organization))).toBe(true)
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
