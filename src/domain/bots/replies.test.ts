import { describe, expect, it } from 'vitest'

import { replyByWebhook, replyOf, wantsPerson } from './replies.ts'

const bot = {
  menu: [
    { title: '查物流', answer: '请提供订单号。' },
    { title: 'Returns', answer: 'Within 30 days.' },
  ],
  entries: [
    { question: '怎么开发票', variants: ['发票', '能报销吗'], answer: '在订单页申请。' },
    { question: '多久可以发货', variants: [], answer: '当天。' },
    { question: 'Do you ship to France?', variants: ['shipping abroad'], answer: 'Yes.' },
  ],
  notUnderstood: '没听懂，请换个说法。',
  personWords: ['经理'],
  missesToPerson: 2,
}

describe('the built-in bot', () => {
  it.each([
    ['查物流', '请提供订单号。'],
    ['２', 'Within 30 days.'],
    ['returns!', 'Within 30 days.'],
    ['怎么开发票？', '在订单页申请。'],
    ['你们的发票可以补吗', '在订单页申请。'],
    ['请问多久可以发货呢', '当天。'],
    ['do you ship to france', 'Yes.'],
    ['Is shipping abroad possible?', 'Yes.'],
  ])('answers %s', (text, answer) => {
    expect(replyOf(bot, [text], 1)).toMatchObject({ words: { text: answer }, misses: 0, handOver: false })
  })

  it('offers questions that may be meant, and the menu where none may', () => {
    expect(replyOf(bot, ['发货要几天'], 0)).toMatchObject({
      words: { text: bot.notUnderstood, choices: ['查物流', 'Returns'] },
      misses: 1,
    })
    expect(replyOf(bot, ['几天可以发货啊'], 0)).toMatchObject({
      words: { choices: ['多久可以发货'] },
      by: 'suggestions',
    })
  })

  it('R-02-231 two answers in a row that are not understood, or words for a person, hand over', () => {
    const first = replyOf(bot, ['哈哈'], 0)
    expect(first).toMatchObject({ misses: 1, handOver: false })
    expect(replyOf(bot, ['呵呵'], first.misses)).toEqual({
      words: null,
      misses: 2,
      handOver: true,
      by: 'nothing',
    })
    expect(replyOf(bot, ['怎么开发票', '我要转人工'], 0)).toMatchObject({ handOver: true, by: 'person-word' })
  })

  it('looks for the question in all that was written since the last answer', () => {
    expect(replyOf(bot, ['怎么开发票', '在吗'], 0)).toMatchObject({ words: { text: '在订单页申请。' } })
  })

  it('R-14-019 knows words for a person, and those the company added, Latin ones as whole words', () => {
    for (const text of ['人工', '叫你们经理来', 'I want a HUMAN, please']) {
      expect(wantsPerson(text, bot.personWords)).toBe(true)
    }
    for (const text of ['humanity', 'my agents', '发票']) {
      expect(wantsPerson(text, bot.personWords)).toBe(false)
    }
  })

  it('counts what a webhook has not understood the same way', () => {
    const answer = { text: '?', choices: [], understood: false, handOver: false }
    expect(replyByWebhook(bot, answer, 0)).toMatchObject({ misses: 1, handOver: false })
    expect(replyByWebhook(bot, answer, 1)).toMatchObject({ misses: 2, handOver: true, words: { text: '?' } })
    expect(replyByWebhook(bot, { ...answer, understood: true }, 1)).toMatchObject({ misses: 0 })
    expect(replyByWebhook(bot, { ...answer, understood: true, handOver: true }, 0).handOver).toBe(true)
  })
})
