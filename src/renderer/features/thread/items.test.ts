import { expect, it } from 'vitest'

import type { ThreadView } from '../../../client/api.ts'
import { Message, type SessionId } from '../../../protocol/model/index.ts'
import { imageBox, threadItems } from './items.ts'

const day = new Date(2026, 10, 20, 9, 0).getTime()
const message = (seq: number, at: number, by: 'agent' | 'customer' | 'system' = 'customer') =>
  Message.parse({
    id: `m${seq}`,
    conversationId: 'c',
    seq,
    sessionId: null,
    sender:
      by === 'agent'
        ? { kind: by, agentId: 'a' }
        : by === 'customer'
          ? { kind: by, customerId: 'k' }
          : { kind: by },
    body:
      by === 'system' ? { kind: 'system', code: 'session-started', params: {} } : { kind: 'text', text: 'x' },
    at,
  })
const view = (messages: Message[], more: Partial<ThreadView> = {}): ThreadView => ({
  messages,
  unsent: [],
  more: false,
  forgotten: null,
  gap: false,
  deliveredSeq: 0,
  readSeq: 0,
  unreadFrom: null,
  ...more,
})

it('separates days and marks where unread messages begin', () => {
  const kinds = threadItems(view([message(1, day), message(2, day + 86_400_000)], { unreadFrom: 2 })).map(
    (i) => i.kind,
  )
  expect(kinds).toEqual(['day', 'message', 'day', 'unread', 'message'])
})

it('R-06-133 what is older than the session is set apart, where there is anything', () => {
  const inSession = (id: string, at: Message): Message => ({ ...at, sessionId: id as SessionId })
  const [old, late] = [inSession('s1', message(1, day)), inSession('s2', message(2, day + 1000))]
  const kinds = (messages: Message[]): string[] =>
    threadItems(view(messages), [], null, 's2').map(({ kind }) => kind)
  expect(kinds([old, late])).toEqual(['day', 'message', 'earlier', 'message'])
  expect(kinds([late])).toEqual(['day', 'message'])
  expect(kinds([old])).toEqual(['day', 'message'])
})

it('groups what one person writes in one go', () => {
  const firsts = threadItems(
    view([
      message(1, day),
      message(2, day + 1000),
      message(3, day + 900_000),
      message(4, day + 900_001, 'agent'),
    ]),
  ).flatMap((item) => (item.kind === 'message' ? [item.first] : []))
  expect(firsts).toEqual([true, false, true, true])
})

it('R-06-063 tells how far each own message has come, and nothing of the customer’s', () => {
  const items = threadItems(
    view([message(1, day, 'agent'), message(2, day, 'agent'), message(3, day, 'agent'), message(4, day)], {
      readSeq: 1,
      deliveredSeq: 2,
    }),
  )
  expect(items.flatMap((item) => (item.kind === 'message' ? [item.delivery] : []))).toEqual([
    'read',
    'delivered',
    'sent',
    null,
  ])
})

it('keeps the place of a picture in its own proportions', () => {
  expect(imageBox(1600, 800)).toEqual({ width: 320, height: 160 })
  expect(imageBox(100, 50)).toEqual({ width: 100, height: 50 })
  expect(imageBox(9000, 10)).toEqual({ width: 320, height: 32 })
})
