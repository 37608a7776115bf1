import { describe, expect, it } from 'vitest'

import { welcomeFrame } from '../../../tests/support/widgetSocket.ts'
import type { MessageId } from '../../protocol/model/index.ts'
import type { SeenMessage } from '../../protocol/wire/index.ts'
import { applyFrame, emptyView, PAGE_SIZE, quoteOf, unreadOf } from './view.ts'

const message = (seq: number, from: SeenMessage['from'] = 'agent', text = 'x'): SeenMessage => ({
  id: `m${seq}` as MessageId,
  seq,
  from,
  name: null,
  body: { kind: 'text', text },
  at: seq,
})

const run = (from: number, to: number): SeenMessage[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index))

describe('what frames change of the view', () => {
  it('orders by number whatever the order of arrival, and shows each message once', () => {
    const frames = [[message(3)], [message(1), message(2)], [message(2)]]
    const view = frames.reduce((state, messages) => applyFrame(state, { t: 'messages', messages }), emptyView)
    expect(view.messages.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('a newer form of a message replaces the older one', () => {
    const first = applyFrame(emptyView, { t: 'messages', messages: [message(1, 'me', 'old')] })
    const second = applyFrame(first, { t: 'messages', messages: [message(1, 'me', 'new')] })
    expect(second.messages).toEqual([message(1, 'me', 'new')])
  })

  it('adds what was missed, but starts again when more than a page was missed', () => {
    const before = applyFrame(emptyView, welcomeFrame({ messages: run(1, 10), more: false }))
    const few = applyFrame(before, welcomeFrame({ messages: run(11, 15) }))
    expect(few.messages).toHaveLength(15)
    expect(few.more).toBe(false)
    const many = applyFrame(before, welcomeFrame({ messages: run(71, 70 + PAGE_SIZE), more: true }))
    expect(many.messages[0]?.seq).toBe(71)
    expect(many.more).toBe(true)
  })

  it('fresh addresses of pictures do not move the beginning of the history', () => {
    const before = applyFrame(emptyView, welcomeFrame({ messages: run(20, 40), more: true }))
    const inside = applyFrame(before, { t: 'older', messages: run(25, 30), more: false })
    expect(inside.more).toBe(true)
    const beyond = applyFrame(before, { t: 'older', messages: run(1, 30), more: false })
    expect(beyond.more).toBe(false)
    expect(beyond.messages).toHaveLength(40)
  })

  it('counts only answers as unread', () => {
    expect(
      unreadOf({ messages: [message(1), message(2, 'me'), message(3, 'system'), message(4)], readSeq: 1 }),
    ).toBe(1)
  })

  it('ends the typing with the answer', () => {
    const typing = applyFrame(emptyView, { t: 'typing', on: true })
    expect(applyFrame(typing, { t: 'messages', messages: [message(1, 'me')] }).agentTyping).toBe(true)
    expect(applyFrame(typing, { t: 'messages', messages: [message(1)] }).agentTyping).toBe(false)
  })

  it('R-18-035 a recalled message changes where it is, ends the quoting of it, and counts no more as unread', () => {
    const before = applyFrame(emptyView, welcomeFrame({ messages: run(5, 8) }))
    const quoting = { ...before, quoting: quoteOf(message(6)) }
    const gone: SeenMessage = { ...message(6), body: { kind: 'recalled' } }
    const after = applyFrame(quoting, { t: 'changed', messages: [gone, message(2, 'agent', 'not here')] })
    expect(after.messages.map(({ seq, body }) => [seq, body.kind])).toEqual([
      [5, 'text'],
      [6, 'recalled'],
      [7, 'text'],
      [8, 'text'],
    ])
    expect(after.quoting).toBeNull()
    expect(unreadOf({ ...after, readSeq: 5 })).toBe(2)
  })

  it('leaves the view alone for frames of a newer server', () => {
    const unknown = JSON.parse('{"t":"confetti"}') as Parameters<typeof applyFrame>[1]
    expect(applyFrame(emptyView, unknown)).toBe(emptyView)
  })
})
