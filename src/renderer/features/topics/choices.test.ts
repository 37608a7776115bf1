import { expect, it } from 'vitest'

import { choosableTopics, mergeTopics } from '../../../domain/topics/topics.ts'
import type { TopicId } from '../../../protocol/model/index.ts'
import { matching, topicText, usedFirst } from './choices.ts'

const named = (name: string) => ({ id: name as TopicId, name })
const topics = mergeTopics(
  [],
  [
    { ...named('订单'), topics: [named('开发票'), named('Refund')] },
    { ...named('其他'), topics: [] },
  ],
)
const found = (text: string): string[] =>
  matching(choosableTopics({ on: true, topics }), text).map(({ topic }) => topic.name)

it('finds by any words of both levels', () => {
  expect(found('')).toEqual(['开发票', 'Refund', '其他'])
  expect(found('订单')).toEqual(['开发票', 'Refund'])
  expect(found('REF 订')).toEqual(['Refund'])
  expect(found('kfp')).toEqual(['开发票'])
  expect(found('没有')).toEqual([])
})

it('shows the five most used first, then the others as they are', () => {
  const many = mergeTopics(
    [],
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({ ...named(name), topics: [] })),
  )
  const uses = { g: 9, b: 2, c: 3, d: 1, f: 1, e: 1 }
  const shown = usedFirst(choosableTopics({ on: true, topics: many }), uses)
  expect(shown.map(({ topic }) => topic.name).join('')).toBe('gcbdeaf')
})

it('reads with its first level, also when it was deleted', () => {
  const after = mergeTopics(topics, [])
  expect(topicText(after, 'Refund' as TopicId)).toBe('订单 › Refund')
  expect(topicText(topics, '其他' as TopicId)).toBe('其他')
  expect(topicText(topics, null)).toBe(null)
})
