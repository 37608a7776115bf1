import { expect, it } from 'vitest'

import { messageProblems } from './leaveMessageRules.ts'

const GOOD = { name: '', phone: '', email: 'li@example.com', text: '请回电' }

it.each([
  ['an address alone', {}, {}],
  ['a number alone', { email: '', phone: '+44 20 7946 0000' }, {}],
  ['no way to answer', { email: ' ' }, { email: 'missing' }],
  ['a number that is none', { phone: 'call me' }, { phone: 'wrong' }],
  ['too few digits', { phone: '123' }, { phone: 'wrong' }],
  ['an address that is none', { email: 'li@example' }, { email: 'wrong' }],
  ['nothing said', { text: '\n' }, { text: 'missing' }],
  ['the longest text', { text: 'x'.repeat(2000) }, {}],
  ['one more', { text: 'x'.repeat(2001) }, { text: 'long' }],
  ['a name like a book', { name: 'x'.repeat(65) }, { name: 'long' }],
])('R-18-022 a left message: %s', (_name, more, problems) => {
  expect(messageProblems({ ...GOOD, ...more })).toEqual(problems)
})
