import { expect, it } from 'vitest'

import type { Conversation, Message, MessageBody } from '../../protocol/model/index.ts'
import { conversationAfter, previewOf } from './previewOf.ts'

const message = (seq: number, body: MessageBody): Message => ({
  id: `m${seq}` as Message['id'],
  conversationId: 'c1' as Message['conversationId'],
  seq,
  sessionId: null,
  sender: { kind: 'system' },
  body,
  at: seq * 1000,
})

it('shows the start of a text on one line', () => {
  expect(previewOf(message(1, { kind: 'text', text: ' 第一行\n\n第二行  ' })).text).toBe('第一行 第二行')
  expect(Array.from(previewOf(message(1, { kind: 'text', text: '😀'.repeat(400) })).text)).toHaveLength(120)
})

it('shows the name of a file and the code of a system line', () => {
  const file = {
    kind: 'file',
    fileId: 'f' as never,
    name: '发票.pdf',
    mime: 'application/pdf',
    bytes: 1,
  } as const
  expect(previewOf(message(1, file))).toMatchObject({ kind: 'file', text: '发票.pdf' })
  const line = { kind: 'system', code: 'session-ended', params: {} } as const
  expect(previewOf(message(1, line)).text).toBe('session-ended')
})

it('moves a conversation forward only', () => {
  const conversation: Conversation = {
    id: 'c1' as Conversation['id'],
    customerId: 'k1' as Conversation['customerId'],
    channel: 'web',
    widgetId: null,
    sessionId: null,
    lastSeq: 4,
    preview: null,
    deliveredSeq: 0,
    readSeq: 0,
    face: { kind: 'organization' },
    friendSince: null,
    lastCustomerAt: null,
    replies: 0,
    createdAt: 0,
  }
  const after = conversationAfter(conversation, message(5, { kind: 'text', text: '好' }))
  expect(after).toMatchObject({ lastSeq: 5, preview: { text: '好', seq: 5 } })
  expect(conversationAfter(after, message(4, { kind: 'text', text: '旧' }))).toBe(after)
})
