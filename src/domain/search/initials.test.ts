import { expect, it } from 'vitest'

import { hasInitials } from './initials.ts'

it('finds Chinese by the initials of its pinyin, anywhere and among Latin letters', () => {
  expect(hasInitials('退货地址', 'th')).toBe(true)
  expect(hasInitials('退货地址', 'HDZ')).toBe(true)
  expect(hasInitials('VIP 退款', 'vip tk')).toBe(true)
  expect(hasInitials('您好，欢迎', 'nhhy')).toBe(true)
  expect(hasInitials('退货地址', 'td')).toBe(false)
})

it('knows characters with several readings, and is not asked for what is no initial', () => {
  expect(hasInitials('重复', 'cf')).toBe(true)
  expect(hasInitials('重量', 'zl')).toBe(true)
  expect(hasInitials('银行', 'yh')).toBe(true)
  expect(hasInitials('行程', 'xc')).toBe(true)
  expect(hasInitials('退货', '退')).toBe(false)
  expect(hasInitials('退货', ' ')).toBe(false)
})

it('has each letter of the alphabet that pinyin begins with', () => {
  const words = '安爸才大二发个好级快零马那哦怕去人三他我小要在'
  const letters = 'abcdefghjklmnopqrstwxyz'
  expect([...words].map((word, index) => hasInitials(word, letters[index] ?? ''))).not.toContain(false)
})
