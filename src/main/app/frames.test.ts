import { expect, it } from 'vitest'

import { createFrames } from './frames.ts'

it('a frame begins with a page that was allowed, and follows it where it leads', () => {
  const frames = createFrames()
  const orders = 'https://erp.example/orders?customer=7'
  expect(frames.mayShow(orders, '')).toBe(false)
  frames.allow(['https://erp.example/orders', 'http://erp.example/', 'app://foyer/', 'nonsense'])
  expect(frames.mayShow(orders, '')).toBe(true)
  expect(frames.mayShow('https://sign-in.example/', orders)).toBe(true)
  for (const url of ['https://evil.example/', 'http://erp.example/', 'app://foyer/index.html', 'about:blank'])
    expect(frames.mayShow(url, ''), url).toBe(false)
  expect(frames.mayShow('file:///etc/passwd', orders)).toBe(false)
})
