import { expect, it } from 'vitest'

import { allowsOrigin, originOf } from './origins.ts'

it('R-18-076 a site is taken as people type it', () => {
  expect(originOf('shop.example')).toBe('https://shop.example')
  expect(originOf(' HTTPS://Shop.Example/path ')).toBe('https://shop.example')
  expect(originOf('http://localhost:8080')).toBe('http://localhost:8080')
  expect(originOf('*.shop.example')).toBe('https://*.shop.example')
  for (const text of [
    '',
    '*',
    '*.com:x',
    'a b',
    'https://me@shop.example',
    'shop.example; script-src *',
    'ftp://x.y',
    '*.example',
  ])
    expect([text, originOf(text)]).toEqual([text, null])
})

it('R-18-076 only the sites of the list may carry it; an empty list means every site', () => {
  const sites = ['https://shop.example', 'https://*.brand.example']
  expect(allowsOrigin([], 'https://anybody.example')).toBe(true)
  expect(allowsOrigin(sites, 'https://shop.example')).toBe(true)
  expect(allowsOrigin(sites, 'https://m.brand.example')).toBe(true)
  for (const origin of [
    'http://shop.example',
    'https://brand.example',
    'https://evilbrand.example',
    'null',
    '',
  ])
    expect([origin, allowsOrigin(sites, origin)]).toEqual([origin, false])
})
