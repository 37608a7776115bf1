import { expect, it } from 'vitest'

import { CUSTOMER_SETTINGS_DEFAULTS, CustomerSettings } from '../../../../protocol/model/index.ts'
import { formOf, isReady, newField, settingsOf } from './form.ts'

it('options are lines, each once; nothing is saved without names or options', () => {
  const form = formOf(CUSTOMER_SETTINGS_DEFAULTS)
  expect(settingsOf(form, 3)).toEqual({ ...CUSTOMER_SETTINGS_DEFAULTS, version: 3 })
  const level = { ...newField('level'), name: ' 等级 ', kind: 'choice' as const, options: ' 甲\n乙\n\n甲 ' }
  const settings = settingsOf({ ...form, fields: [level] }, 0)
  expect(settings.fields).toEqual([{ id: 'level', name: '等级', kind: 'choice', options: ['甲', '乙'] }])
  expect(CustomerSettings.safeParse(settings).success).toBe(true)
  expect(isReady({ ...form, fields: [level] })).toBe(true)
  expect(isReady({ ...form, fields: [{ ...level, options: ' ' }] })).toBe(false)
  expect(isReady({ ...form, fields: [newField('x')] })).toBe(false)
  expect(isReady({ ...form, stages: [{ id: form.stages[0]!.id, name: ' ' }] })).toBe(false)
})
