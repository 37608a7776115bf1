import { expect, it } from 'vitest'

import type { AgentId, Session, TopicId, TopicList } from '../../protocol/model/index.ts'
import { choosableTopics, doubleName, findTopic, lacksTopic, mergeTopics, topicLock } from './topics.ts'

const id = (text: string): TopicId => text as TopicId
const named = (text: string) => ({ id: id(text), name: text })
const wanted = [
  { ...named('order'), topics: [named('invoice'), named('refund')] },
  { ...named('other'), topics: [] },
]
const topics = mergeTopics([], wanted)
const names = (list: Pick<TopicList, 'on' | 'topics'>): string[] =>
  choosableTopics(list).map(({ topic, parent }) => [parent?.name, topic.name].filter(Boolean).join('/'))

it('offers the second level, and a first level that has none below it', () => {
  expect(names({ on: true, topics })).toEqual(['order/invoice', 'order/refund', 'other'])
  expect(names({ on: false, topics })).toEqual([])
})

it('R-02-274 what is deleted is not offered, and is still known to the sessions that have it', () => {
  const after = mergeTopics(topics, [{ ...named('order'), topics: [named('refund')] }])
  expect(names({ on: true, topics: after })).toEqual(['order/refund'])
  expect(findTopic(after, id('invoice'))).toMatchObject({
    topic: { removed: true },
    parent: { name: 'order' },
  })
  expect(findTopic(after, id('other'))).toMatchObject({ topic: { removed: true }, parent: null })
  const back = mergeTopics(after, wanted)
  expect(names({ on: true, topics: back })).toEqual(['order/invoice', 'order/refund', 'other'])
})

it('names may be the same in different places only', () => {
  expect(doubleName(wanted)).toBe(undefined)
  expect(doubleName([{ ...named('order'), topics: [named('a'), { id: id('b'), name: 'A' }] }])).toBe('A')
  expect(doubleName([{ ...named('a'), topics: [named('a')] }])).toBe(undefined)
})

it('R-02-272 a topic is asked for where it is wanted and there is one', () => {
  const list = { on: true, required: true, topics, version: 1 }
  expect(lacksTopic({ topicId: null }, list)).toBe(true)
  expect(lacksTopic({ topicId: id('refund') }, list)).toBe(false)
  expect(lacksTopic({ topicId: null }, { ...list, required: false })).toBe(false)
  expect(lacksTopic({ topicId: null }, { ...list, on: false })).toBe(false)
  expect(lacksTopic({ topicId: null }, { ...list, topics: mergeTopics(topics, []) })).toBe(false)
})

it('R-02-271 the handler may say it until 24 hours after the end', () => {
  const me = 'me' as AgentId
  const running = { handlerId: me, state: 'active', endedAt: null } as const
  const ended: Pick<Session, 'handlerId' | 'state' | 'endedAt'> = {
    handlerId: me,
    state: 'ended',
    endedAt: 1000,
  }
  expect(topicLock(running, me, 9e9)).toBe(null)
  expect(topicLock(ended, me, 1000 + 86_400_000)).toBe(null)
  expect(topicLock(ended, me, 1001 + 86_400_000)).toBe('topic-too-late')
  expect(topicLock(running, 'other' as AgentId, 0)).toBe('not-your-session')
})
