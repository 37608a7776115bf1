import type { Bot, BotId } from '../../src/protocol/model/index.ts'

/** A menu bot that is on; `more` is what the test is about. */
export const botRow = (more: Partial<Bot> = {}): Bot => ({
  id: 'bot-1' as BotId,
  name: '小助手',
  on: true,
  greeting: '您好，我是小助手。',
  menu: [{ title: '查物流', answer: '请提供订单号。' }],
  entries: [{ question: '怎么开发票', variants: ['发票'], answer: '在订单页申请。' }],
  notUnderstood: '没听懂，请换个说法。',
  personWords: [],
  missesToPerson: 2,
  webhook: null,
  version: 1,
  ...more,
})
