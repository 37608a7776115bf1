import { expect, it } from 'vitest'

import { visitSourceOf } from './visitSource.ts'

const shop = 'https://shop.example/lamp'

it('R-02-039 a visit is direct, from a search, from another site or from a campaign', () => {
  expect(visitSourceOf({ url: shop, referrer: '' })).toEqual({
    kind: 'direct',
    host: '',
    words: '',
    campaign: {},
  })
  expect(visitSourceOf({ url: shop, referrer: 'https://www.baidu.com/s?wd=%E5%8F%B0%E7%81%AF' })).toEqual({
    kind: 'search',
    host: 'www.baidu.com',
    words: '台灯',
    campaign: {},
  })
  expect(visitSourceOf({ url: shop, referrer: 'https://www.google.co.uk/' })).toMatchObject({
    kind: 'search',
    words: '',
  })
  expect(visitSourceOf({ url: shop, referrer: 'https://blog.example/a?q=secret' })).toMatchObject({
    kind: 'site',
    host: 'blog.example',
    words: '',
  })
  expect(
    visitSourceOf({ url: `${shop}?utm_source=mail&utm_medium=spring&token=x`, referrer: '' }),
  ).toMatchObject({ kind: 'campaign', campaign: { source: 'mail', medium: 'spring' } })
})

it('a page of the same site is no source, and nonsense is direct', () => {
  expect(visitSourceOf({ url: shop, referrer: 'https://shop.example/' }).kind).toBe('direct')
  expect(visitSourceOf({ url: 'nothing', referrer: 'javascript:alert(1)' }).kind).toBe('direct')
  expect(visitSourceOf({ url: shop, referrer: 'https://notgoogle.evil.example/?q=a' }).kind).toBe('site')
})

it('keeps what somebody may have made up short', () => {
  const many = Array.from(
    { length: 50 },
    (_, index) => `utm_${'abcdefghij'.at(index % 10)}${'x'.repeat(index % 9)}=1`,
  )
  const { campaign } = visitSourceOf({ url: `${shop}?${many.join('&')}`, referrer: '' })
  expect(Object.keys(campaign).length).toBeLessThanOrEqual(8)
  const { words } = visitSourceOf({ url: shop, referrer: `https://bing.com/?q=${'a'.repeat(500)}` })
  expect(words.length).toBe(128)
})
