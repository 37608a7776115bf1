import { expect, it } from 'vitest'

import { BotPlan } from '../../../../protocol/model/index.ts'
import { formOf, linesOf, planOf, problemOf, type BotForm } from './form.ts'

const form = (more: Partial<BotForm> = {}): BotForm => ({
  ...formOf(null),
  name: '小助手',
  menu: [{ title: ' 查物流 ', answer: '请提供订单号。' }],
  ...more,
})

it('says what is wrong before it is sent, and what it lets through can be saved', () => {
  const cases: readonly (readonly [Partial<BotForm>, ReturnType<typeof problemOf>])[] = [
    [{}, null],
    [{ name: ' ' }, 'name'],
    [{ name: '长'.repeat(13) }, 'name'],
    [{ menu: [] }, 'empty'],
    [{ menu: [], on: false }, null],
    [{ menu: [{ title: '', answer: '好' }] }, 'menu'],
    [{ menu: [{ title: '问', answer: '长'.repeat(1001) }] }, 'menu'],
    [{ entries: [{ question: '问', variants: ['长'.repeat(101)], answer: '答' }] }, 'entries'],
    [{ entries: [{ question: '问', variants: ['又问'], answer: '答' }] }, null],
    [{ greeting: '长'.repeat(301) }, 'greeting'],
    [{ words: '长'.repeat(21) }, 'words'],
    [{ webhook: { url: 'ftp://bot.example.com' } }, 'url'],
    [{ webhook: { url: 'https://bot.example.com/ask' }, menu: [] }, null],
  ]
  for (const [more, problem] of cases) {
    expect(problemOf(form(more))).toBe(problem)
    const { id: _id, renewSecret: _renew, ...plan } = planOf(form(more))
    if (problem === null) expect(BotPlan.safeParse(plan).success).toBe(true)
  }
})

it('reads one way to ask a line', () => {
  expect(linesOf(' 发票 \n\n能报销吗\n发票')).toEqual(['发票', '能报销吗'])
})
