import { expect, it } from 'vitest'

import { placeOf, withoutSecrets } from './place.ts'

const at = (path: string) => new URL(path, 'https://desk.example')

it('finds the page of an address', () => {
  expect(placeOf(at('/'))).toEqual({ page: 'workbench', ticket: null })
  expect(placeOf(at('/?ticket=abc&lang=en'))).toEqual({ page: 'workbench', ticket: 'abc' })
  expect(placeOf(at('/setup/?token=t'))).toEqual({ page: 'setup', token: 't' })
})

it('takes secrets out of the address and leaves the rest', () => {
  expect(withoutSecrets(at('/?ticket=abc&lang=en')).href).toBe('https://desk.example/?lang=en')
})
