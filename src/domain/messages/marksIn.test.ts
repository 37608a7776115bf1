import { expect, it } from 'vitest'

import type { TagId } from '../../protocol/model/index.ts'
import { isSamePhone, MARKS_LIMIT, marksIn } from './marksIn.ts'

const tag = (id: string, name: string) => ({ id: id as TagId, name })
const TAGS = [tag('vip', 'VIP'), tag('invoice', '发票'), tag('vat', '增值税发票'), tag('plus', 'C++ (pro)')]
const found = (text: string) => marksIn(text, TAGS).map(({ from, to }) => text.slice(from, to))

it('R-06-123 marks mainland and international numbers, and no order, amount or part of something longer', () => {
  for (const [text, numbers] of [
    ['我的电话13800138000，谢谢', ['13800138000']],
    ['138 0013 8000 或 138-0013-8000', ['138 0013 8000', '138-0013-8000']],
    ['座机 021-60001234，(0571)8888777', ['021-60001234', '(0571)8888777']],
    ['+86 138 0013 8000 / +44 20 7946 0000', ['+86 138 0013 8000', '+44 20 7946 0000']],
    ['+1 (415) 555-0100', ['+1 (415) 555-0100']],
  ] as const)
    expect(found(text), text).toEqual(numbers)
  for (const text of [
    '订单号 20261113-8842',
    '单号 1380013800011',
    '一共 ¥13800138000',
    '13800138000元',
    '138001380.00',
    'https://a.example/13800138000?tel=+8613800138000',
    'SKU13800138000',
    '+12 345',
    '+1234567890123456',
  ])
    expect(found(text), text).toEqual([])
})

it('R-06-123 takes the longest tag whatever its case, words of letters as a whole, and fifty marks at most', () => {
  expect(found('要开增值税发票，vip 客户')).toEqual(['增值税发票', 'vip'])
  expect(found('vipers, C++ (Pro)!')).toEqual(['C++ (Pro)'])
  expect(marksIn('发票', TAGS)).toEqual([{ kind: 'tag', from: 0, to: 2, tagId: 'invoice' }])
  expect(found('li.na@a.example')).toEqual(['li.na@a.example'])
  expect(marksIn('发票 '.repeat(80), TAGS)).toHaveLength(MARKS_LIMIT)
  expect(marksIn('发票', [])).toEqual([])
})

it('knows a number that is written otherwise', () => {
  expect(isSamePhone('+86 138-0013-8000', '13800138000')).toBe(true)
  expect(isSamePhone('+44 20 7946 0000', '20 7946 0000')).toBe(false)
})
