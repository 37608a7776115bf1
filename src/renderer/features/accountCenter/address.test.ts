import { expect, it } from 'vitest'

import { addressOf, pathOf } from './address.ts'

it('R-08-005 every page has an address, and every other address is the workbench', () => {
  expect(pathOf('')).toBe(null)
  expect(pathOf('#/account-centers')).toBe(null)
  expect(pathOf(addressOf(''))).toBe('')
  expect(pathOf(addressOf('reception/groups'))).toBe('reception/groups')
})
