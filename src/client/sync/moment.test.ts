import { expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import type { AgentId, AgentPresence, ConversationId } from '../../protocol/model/index.ts'
import { createTyping } from '../commands/typing.ts'
import type { Topic } from '../store/topics.ts'
import { createMoment } from './moment.ts'

const c1 = 'c1' as ConversationId

it('R-06-095 the sign that a customer is typing is gone after 6 s', () => {
  const clock = createTestClock()
  const told: Topic[] = []
  const moment = createMoment(clock, (...topics) => told.push(...topics))
  moment.setTyping(c1, null, true)
  clock.advance(5000)
  moment.setTyping(c1, null, true)
  clock.advance(5999)
  expect(moment.isTyping(c1)).toBe(true)
  clock.advance(1)
  expect(moment.isTyping(c1)).toBe(false)
  expect(told).toEqual(['typing', 'typing'])
  moment.setTyping(c1, 'you' as AgentId, true)
  expect(moment.isTyping(c1)).toBe(false)
})

it('R-06-095 tells that the agent is typing at most once in 3 s, and once that it is over', () => {
  const clock = createTestClock()
  const sent: boolean[] = []
  const typing = createTyping(clock, (frame) => sent.push('on' in frame && frame.on) > 0)
  typing(c1, false)
  for (let n = 0; n < 7; n += 1) {
    typing(c1, true)
    clock.advance(500)
  }
  typing(c1, false)
  typing(c1, false)
  expect(sent).toEqual([true, true, false])
})

it('merges what it hears of presence, and forgets all of it', () => {
  const moment = createMoment(createTestClock(), () => undefined)
  const of = (agentId: string, load: number): AgentPresence => ({
    agentId: agentId as AgentId,
    presence: 'online',
    reception: true,
    load,
    capacity: 5,
  })
  moment.setPresence([of('me', 1), of('you', 2)])
  moment.setPresence([of('you', 3)])
  moment.setOnline({ c1: true, c2: true })
  moment.setOnline({ c2: false })
  expect(moment.allPresence().map(({ load }) => load)).toEqual([1, 3])
  expect([moment.isOnline(c1), moment.isOnline('c2' as ConversationId)]).toEqual([true, false])
  moment.reset()
  expect(moment.allPresence()).toEqual([])
  expect(moment.isOnline(c1)).toBe(false)
})
