import { expect, it } from 'vitest'

import { CustomerFields } from '../../../protocol/commands/index.ts'
import { problemIn } from './checks.ts'

const NOW = Date.UTC(2026, 10, 22)

it('R-03-125 says the same while somebody types as the server would say later', () => {
  for (const phone of [
    '',
    '13800138000',
    '+86 138-0013-8000',
    '(021) 6000',
    'abc',
    '1234',
    '１３８',
    '1'.repeat(21),
  ])
    expect(problemIn('phone', phone, NOW) === null, phone).toBe(CustomerFields.safeParse({ phone }).success)
  for (const email of ['', 'li@a.example', 'li@a', '@a.example', 'li na@a.example'])
    expect(problemIn('email', email, NOW) === null, email).toBe(CustomerFields.safeParse({ email }).success)
  for (const birthday of ['', '1990-02-28', '1990-02-30', '1899-12-31', '90-1-1'])
    expect(problemIn('birthday', birthday, NOW) === null, birthday).toBe(
      CustomerFields.safeParse({ birthday }).success,
    )
  expect(problemIn('birthday', '2026-11-22', NOW)).toBe(null)
  expect(problemIn('birthday', '2026-11-24', NOW)).toBe('future')
})
