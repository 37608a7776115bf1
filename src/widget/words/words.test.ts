import { describe, expect, it } from 'vitest'

import { en } from './en.ts'
import { chooseLanguage, problemIn, wordsIn } from './index.ts'
import { zh } from './zh.ts'

const flat = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(flat) : [value]

const text = (value: unknown): string =>
  typeof value === 'function' ? String((value as (...parts: unknown[]) => unknown)(2, 3)) : String(value)

describe('the words of the widget', () => {
  it('R-18-071 Chinese and English are both complete', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const key of ['problems', 'ended'] as const) {
      expect(Object.keys(en[key]).sort()).toEqual(Object.keys(zh[key]).sort())
    }
    for (const value of [...flat(zh), ...flat(en)]) expect(text(value).trim()).not.toBe('')
    const han = /\p{Script=Han}/u
    const { language, ...spoken } = en
    expect(han.test(language)).toBe(true)
    for (const value of flat(spoken)) expect(han.test(text(value))).toBe(false)
  })

  it('R-18-071 the first language somebody asks for decides', () => {
    expect(chooseLanguage([null, 'en-GB', 'zh-CN'])).toBe('en')
    expect(chooseLanguage([undefined, '', 'zh-Hant-TW', 'en'])).toBe('zh-CN')
    expect(chooseLanguage(['fr', 'zh'])).toBe('zh-CN')
    expect(chooseLanguage(['fr'])).toBe('en')
    expect(chooseLanguage([])).toBe('zh-CN')
  })

  it('has a sentence for every code, known or not', () => {
    expect(problemIn(wordsIn('en'), 'not-accepted')).toBe('Messages are not accepted at present')
    expect(problemIn(wordsIn('en'), 'something-new')).toBe(en.problems.other)
    expect(problemIn(wordsIn('en'), 'toString')).toBe(en.problems.other)
  })
})
