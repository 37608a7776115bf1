import { expect, it } from 'vitest'

import {
  isEmptyText,
  textIn,
  textOfParams,
  textsOfParams,
  textToParams,
  widthOfText,
} from './companyTexts.ts'

const both = { 'zh-CN': '您好', en: 'Hello' }
const chineseOnly = { 'zh-CN': '您好', en: '' }

it('R-18-072 a text that is missing in a language falls back to the company’s own', () => {
  expect(textIn(both, 'en', 'zh-CN')).toBe('Hello')
  expect(textIn(chineseOnly, 'en', 'zh-CN')).toBe('您好')
  expect(textIn('您好', 'en', 'zh-CN')).toBe('您好')
  expect(isEmptyText({ 'zh-CN': ' ', en: '' })).toBe(true)
  expect(widthOfText(both)).toBe(2.5)
})

it('R-18-072 a line keeps the text in each language, and everybody reads it in theirs', () => {
  const params = textToParams(both, 'zh-CN')
  expect(textOfParams(params, 'en')).toBe('Hello')
  expect(textsOfParams(params)).toEqual(both)
  expect(textOfParams(textToParams(chineseOnly, 'zh-CN'), 'en')).toBe('您好')
  expect(textToParams('您好', 'en')).toEqual({ text: '您好' })
  expect(textsOfParams({ text: '您好' })).toBeUndefined()
})
