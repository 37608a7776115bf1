import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  fold,
  groupsOf,
  indexable,
  isHit,
  matchOf,
  parseSearch,
  termsOf,
  type Expand,
  type TermGroup,
} from './terms.ts'

/** Whether the index would give the text as a candidate. */
const meets = (terms: readonly string[], groups: readonly TermGroup[]): boolean =>
  groups.length > 0 &&
  groups.every((group) =>
    group.some(({ term, prefix }) => terms.some((t) => (prefix ? t.startsWith(term) : t === term))),
  )

const finds = (text: string, typed: string, expand?: Expand): boolean => {
  const search = parseSearch(typed)
  return meets(termsOf(text).split(' '), groupsOf(search, expand)) && isHit(search, text)
}
/** As an index that knows its words. */
const knowing =
  (text: string): Expand =>
  (letters) =>
    [...indexable(text).words].filter((word) => word.includes(letters))

describe('search terms', () => {
  it.each([
    ['R-17-040 one Chinese character', '我要退款', '退'],
    ['R-17-040 the last Chinese character', '我要退款', '款'],
    ['R-17-040 two Chinese characters', '我要退款，谢谢', '退款'],
    ['R-17-040 more Chinese characters', '请问退款进度怎么查', '退款进度'],
    ['R-17-040 mixed text', '请寄两包A4纸过来', 'A4纸'],
    ['R-17-040 figures inside an order number', '订单号 SF20261121004827', '1004'],
    ['R-17-040 the last figures of an order number', '订单202611210048271', '48271'],
    ['R-17-040 part of an e-mail address', '发到 zhang.san@example.com', 'san@exam'],
    ['R-17-040 an emoji', '好的👍谢谢', '👍'],
    ['R-17-040 a file name', '报价单-2026.pdf', '2026.pdf'],
    ['the beginning of a word', 'Shipping address', 'ship'],
    ['R-17-041 without case', 'ORDER', 'order'],
    ['R-17-041 without accents', 'Café crème', 'cafe creme'],
    ['R-17-041 without width', '订单ＡＢＣ１２３４', 'abc1234'],
    ['signs alone', '多少钱？￥99', '￥'],
    ['R-17-045 several words in any order', '退款什么时候到账', '到账 退款'],
    ['R-17-045 a phrase with its spaces', 'see the second order now', '"second order"'],
    ['R-17-045 Chinese quotation marks', '退款 进度', '“退款 进度”'],
  ])('finds %s', (_, text, typed) => {
    expect(finds(text, typed)).toBe(true)
  })

  it.each([
    ['a pair whose characters stand apart', '退一下货款', '退款'],
    ['pairs that do not follow each other', '退款很慢，请查进度', '退款进度'],
    ['R-17-045 one of two words', '退款', '退款 进度'],
    ['R-17-045 a phrase in another order', 'order second', '"second order"'],
    ['nothing for nothing', '退款', ' '],
  ])('does not find %s', (_, text, typed) => {
    expect(finds(text, typed)).toBe(false)
  })

  it('finds the inside of words when the index knows them', () => {
    expect(finds('Unsubscribe', 'scribe', knowing('Unsubscribe'))).toBe(true)
    expect(finds('Unsubscribe', 'scribe')).toBe(false)
  })

  it('R-17-047 drops control characters and cuts what is too long', () => {
    expect(parseSearch('退\u0000款\u0007').parts).toEqual(['退款'])
    expect(parseSearch('款'.repeat(300)).parts[0]).toHaveLength(100)
    expect(parseSearch('   ').parts).toEqual([])
  })

  it('takes a lonely quotation mark as text', () => {
    expect(parseSearch('5" 屏幕').parts).toEqual(['5"', '屏幕'])
  })

  it('writes queries FTS5 can read', () => {
    expect(matchOf(groupsOf(parseSearch('退款 a')))).toBe('("退款") AND ("a"* OR "\ue200a"*)')
  })

  it('R-17-040 equals a scan for any Han text', () => {
    const han = fc.stringMatching(/^[退款进度货一]{1,12}$/u)
    fc.assert(
      fc.property(han, han, (text, typed) => {
        expect(finds(text, typed)).toBe(fold(text).includes(fold(typed)))
      }),
    )
    fc.assert(
      fc.property(han, fc.nat(11), fc.nat(11), (text, from, length) => {
        const typed = text.slice(from, from + length + 1)
        fc.pre(typed !== '')
        expect(finds(text, typed)).toBe(true)
      }),
    )
  })

  it('finds any word of any text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const word of fold(text).split(' ')) {
          const search = parseSearch(word)
          if (search.parts.length === 0 || /["“”]/u.test(word)) continue
          expect(meets(termsOf(text).split(' '), groupsOf(search, knowing(text)))).toBe(true)
        }
      }),
    )
  })

  it('folds to the same however often', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})
