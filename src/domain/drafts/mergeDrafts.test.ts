import { expect, it } from 'vitest'

import { mergeDrafts } from './mergeDrafts.ts'

const draft = (text: string, ...files: string[]) => ({ text, caret: 0, quote: null, files })
const merge = mergeDrafts<string, ReturnType<typeof draft>>
const idOf = (file: string): string => file

it('the newer text comes first and the other below it, unless it says nothing more', () => {
  const merged = (newer: string, older: string) => merge(draft(newer), draft(older), idOf)?.text
  expect(merged('手机', '电脑')).toBe('手机\n电脑')
  expect(merged('您好，电脑', '电脑')).toBe('您好，电脑')
  expect(merged('', '电脑')).toBe('电脑')
})

it('what was thrown away in one place is not lost in the other; files are those of both', () => {
  expect(merge(null, draft('电脑'), idOf)).toEqual(draft('电脑'))
  expect(merge(draft('', 'a', 'b'), draft('电脑', 'b', 'c'), idOf)).toEqual(draft('电脑', 'a', 'b', 'c'))
})
