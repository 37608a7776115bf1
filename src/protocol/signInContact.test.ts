import { describe, expect, it } from 'vitest'

import { signInCodeOf, signInContactOf } from './signInContact.ts'

describe('the address one signs in with', () => {
  it('R-02-011 is the same account however it is typed', () => {
    const email = { kind: 'email', address: 'fang@example.com' }
    expect(signInContactOf(' Fang@Example.COM ')).toEqual(email)
    expect(signInContactOf('fang＠example.com')).toEqual(email)
    const phone = { kind: 'phone', address: '+8613800138000' }
    for (const typed of [
      '13800138000',
      '+86 138-0013-8000',
      '0086 (138) 0013 8000',
      '１３８００１３８０００',
    ]) {
      expect(signInContactOf(typed), typed).toEqual(phone)
    }
    expect(signInContactOf('+44 20 7946 0000')).toEqual({ kind: 'phone', address: '+442079460000' })
  })

  it('is nothing else', () => {
    const wrong = [
      '',
      'fang',
      'a@b',
      'a b@c.de',
      'a@b.c\r\nBcc: d@e.fg',
      `${'a'.repeat(130)}@b.cd`,
      '12',
      '1'.repeat(20),
    ]
    for (const typed of wrong) expect(signInContactOf(typed), typed).toBeNull()
  })
})

it('takes a code as it is pasted', () => {
  expect(signInCodeOf(' 123 456 ')).toBe('123456')
  expect(signInCodeOf('１２３４５６')).toBe('123456')
  expect(signInCodeOf('12345')).toBeNull()
  expect(signInCodeOf('12345a')).toBeNull()
})
