import { expect, it } from 'vitest'

import { withCampaign } from './page.ts'

it('R-18-011 keeps campaign marks and nothing else of a query', () => {
  expect(withCampaign('https://shop.example/a?token=secret&utm_source=mail&utm_medium=x%20y#part')).toBe(
    'https://shop.example/a?utm_source=mail&utm_medium=x%20y',
  )
  expect(withCampaign('https://shop.example/?session=1#utm_source=no')).toBe('https://shop.example/')
  expect(withCampaign(`https://shop.example/${'a'.repeat(5000)}`)).toHaveLength(2048)
})
