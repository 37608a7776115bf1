import { expect, it } from 'vitest'

import { QuickReplyContent } from '../../protocol/model/index.ts'
import { fullness } from './limits.ts'

const replies = (count: number, groupOf: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => ({ groupName: groupOf(index) }))

it('R-06-038 a library holds 500 replies, and a group of it 200', () => {
  const full = replies(500, (index) => (index < 200 ? '一' : index < 400 ? '二' : '三'))
  expect(fullness(full)).toBeNull()
  expect(fullness([...full, { groupName: '三' }])).toBe('library-full')
  expect(fullness(replies(200, () => '一'))).toBeNull()
  expect(fullness(replies(201, () => '一'))).toBe('reply-group-full')
})

it('R-06-037 a library has 50 groups and 500 replies, each text of at most 500 characters', () => {
  expect(fullness(replies(50, String))).toBeNull()
  expect(fullness(replies(51, String))).toBe('too-many-reply-groups')
  expect(fullness(replies(501, (index) => String(index % 50)))).toBe('library-full')
  const content = { groupName: '一', title: '一', files: [] }
  expect(QuickReplyContent.safeParse({ ...content, texts: ['字'.repeat(500)] }).success).toBe(true)
  expect(QuickReplyContent.safeParse({ ...content, texts: ['字'.repeat(501)] }).success).toBe(false)
})
