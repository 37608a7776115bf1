import { expect, it } from 'vitest'

import { selectorOf } from './selectors.ts'

it('R-02-032 takes ids of elements and selectors', () => {
  expect(selectorOf(' help-button ')).toBe('#help-button')
  for (const text of ['#help', '.contact a.button', 'nav > [data-chat]', 'a[href="/contact"]', '#联系我们']) {
    expect(selectorOf(text)).toBe(text)
  }
})

it('refuses what no browser understands, and what would catch the whole page', () => {
  for (const text of [
    '',
    ' ',
    '*',
    'nav > *',
    '#',
    '.1a',
    'a,',
    'a{}',
    '<b>',
    '[a="]',
    '#a:hover',
    '>>',
    '> .a',
    '.a >',
    'a"b',
  ]) {
    expect([text, selectorOf(text)]).toEqual([text, null])
  }
  // Answers at once, whatever is typed.
  expect(selectorOf(`${'a.b '.repeat(3000)}{`)).toBe(null)
})
