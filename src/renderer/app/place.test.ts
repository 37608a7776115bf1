import { expect, it } from 'vitest'

import { placeOf, withoutOnce } from './place.ts'

const at = (path: string) => new URL(path, 'https://desk.example')

it('finds the page of an address', () => {
  expect(placeOf(at('/'))).toEqual({ page: 'workbench', ticket: null, conversation: null })
  expect(placeOf(at('/?ticket=abc&lang=en'))).toEqual({
    page: 'workbench',
    ticket: 'abc',
    conversation: null,
  })
  expect(placeOf(at('/setup/?token=t'))).toEqual({ page: 'setup', token: 't' })
})

it('R-03-074 finds the conversation that a link of the web workbench leads to, and nothing that is no id', () => {
  expect(placeOf(at('/?conversation=018f-a_B'))).toMatchObject({ conversation: '018f-a_B' })
  for (const text of ['', '../x', 'a b', 'a'.repeat(65)])
    expect(placeOf(at(`/?conversation=${encodeURIComponent(text)}`))).toMatchObject({ conversation: null })
})

it('takes secrets out of the address and leaves the rest', () => {
  expect(withoutOnce(at('/?ticket=abc&conversation=c1&lang=en')).href).toBe('https://desk.example/?lang=en')
})
