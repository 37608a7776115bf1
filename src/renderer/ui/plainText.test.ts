import { expect, it } from 'vitest'

import { plainLine, plainText } from './plainText.ts'

it('R-03-204 control and direction characters of strangers do nothing', () => {
  expect(plainLine('付款\u202Egnp.exe\u0007\n完成')).toBe('付款 gnp.exe 完成')
  expect(plainText('一\r\n二\u2067三\u2069\t四')).toBe('一\n二三\t四')
})
