import { expect, it } from 'vitest'

import { hashBefore } from './hash.ts'

const at = (text: string) => hashBefore(text, text.length)

it('sees a # at the beginning, behind a space and behind Chinese, with what follows up to the caret', () => {
  expect(at('#')).toEqual({ start: 0, typed: '' })
  expect(at('您好＃退货')).toEqual({ start: 2, typed: '退货' })
  expect(at('Hello #re')).toEqual({ start: 6, typed: 're' })
  expect(hashBefore('#tuihuo 请', 4)).toEqual({ start: 0, typed: 'tui' })
})

it('does not take a part of a word, of an address or of another line for one', () => {
  for (const text of ['C#', 'https://a.de/#top', '##', '#退 货', '#\n', `#${'字'.repeat(21)}`, ''])
    expect(at(text)).toBeNull()
})
