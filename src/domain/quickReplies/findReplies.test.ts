import { expect, it } from 'vitest'

import { byUse, findReplies } from './findReplies.ts'

const reply = (title: string, text: string, uses = 0, groupName = '售后') => ({
  title,
  texts: [text],
  groupName,
  uses,
})
const all = [
  reply('退款时效', '1–3 个工作日退回'),
  reply('质量问题', '30 天内可以退货', 9),
  reply('七天无理由退货', '来回运费由买家承担'),
  reply('Return label', 'I have sent a label.', 2, 'English'),
  reply('退货地址', '杭州市', 5),
]
const titles = (typed: string) => findReplies(all, typed).map(({ title }) => title)

it('looks in titles, groups and texts, and by pinyin initials', () => {
  expect(titles('退货')).toEqual(['退货地址', '七天无理由退货', '质量问题'])
  expect(titles('thdz')).toEqual(['退货地址'])
  expect(titles('english label')).toEqual(['Return label'])
  expect(titles('运费 理由')).toEqual(['七天无理由退货'])
  expect(titles('没有')).toEqual([])
  expect(titles(' ')).toHaveLength(5)
})

it('puts the most used first', () => {
  expect(byUse(all).map(({ uses }) => uses)).toEqual([9, 5, 2, 0, 0])
})
