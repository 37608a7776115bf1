import { expect, it } from 'vitest'

import { CustomerFields } from '../../../protocol/commands/index.ts'
import { isEmail, isPhone } from './checks.ts'

it('lets nothing pass that the server would refuse as a phone number or an address', () => {
  for (const phone of ['', '13800138000', '+86 138-0013-8000', '(021) 6000', 'abc', '1', '１３８'])
    if (isPhone(phone)) expect(CustomerFields.safeParse({ phone }).success, phone).toBe(true)
  for (const email of ['', 'li@a.example', 'li@a', '@a.example', 'li na@a.example'])
    if (isEmail(email)) expect(CustomerFields.safeParse({ email }).success, email).toBe(true)
  expect([isPhone('(021) 6000'), isPhone('+86 138-0013-8000'), isEmail('li@a.example')]).toEqual([
    false,
    true,
    true,
  ])
})
