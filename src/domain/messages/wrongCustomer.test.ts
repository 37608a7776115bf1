import { expect, it } from 'vitest'

import { foreignIn, type Person } from './wrongCustomer.ts'

const LI: Person = { names: ['李娜'], known: ['我的单号是 SF20260117', '13800001111'] }
const WANG = {
  names: ['王芳', 'Fang Wang'],
  known: ['订单 JD99887766 还没到', '139-0000-2222', 'fang@example.com'],
}
const TIM = { names: ['Tim', '访'], known: [] }
const found = (text: string, own: Person = LI): string | undefined => foreignIn(text, own, [TIM, WANG])?.found

it('finds the name, a number or an address of another customer, however it is written', () => {
  expect(found('王芳您好，已经发货')).toBe('王芳')
  expect(found('Dear fang wang, it is on its way')).toBe('Fang Wang')
  expect(found('您的订单 jd 99887766 已签收')).toBe('99887766')
  expect(found('我们会打 13900002222 给您')).toBe('13900002222')
  expect(found('已发到 Fang@example.com')).toBe('Fang@example.com')
})

it('leaves alone what this customer said, what is nobody’s, and what is part of a word', () => {
  expect(found('单号 SF20260117 已签收，会打 138 0000 1111')).toBeUndefined()
  expect(found('订单 JD99887766 已签收', { ...LI, known: ['帮我查 JD99887766'] })).toBeUndefined()
  expect(found('这是给王芳的吗？', { ...LI, known: ['我替王芳问一下'] })).toBeUndefined()
  expect(found('您好，三天内到，一共 12345 元，拍下立减')).toBeUndefined()
  expect(found('Sometimes it takes time; 欢迎来访')).toBeUndefined()
  expect(found('wangfang wanga fang wangs')).toBeUndefined()
})
