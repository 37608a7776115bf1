import { expect, it } from 'vitest'

import type { Message, MessageBody, Sender } from '../../protocol/model/index.ts'
import { mayTextAlone, repliesAfter } from './replies.ts'

const agent: Sender = { kind: 'agent', agentId: 'a' as never }
const customer: Sender = { kind: 'customer', customerId: 'c' as never }
const said = (sender: Sender): Pick<Message, 'sender' | 'body'> => ({
  sender,
  body: { kind: 'text', text: '好' },
})
const line = (code: Extract<MessageBody, { kind: 'system' }>['code']): Pick<Message, 'sender' | 'body'> => ({
  sender: { kind: 'system' },
  body: { kind: 'system', code, params: {} },
})

it('each answer and each automatic text is a reply, a report is none, and a word of the customer begins anew', () => {
  expect(repliesAfter(1, said(agent))).toBe(2)
  expect(repliesAfter(1, line('greeting'))).toBe(2)
  expect(repliesAfter(1, line('bot-said'))).toBe(2)
  expect(repliesAfter(1, line('session-queued'))).toBe(1)
  expect(repliesAfter(4, said(customer))).toBe(0)
})

it('with two replies left the program is silent, so that a person can still answer', () => {
  expect(mayTextAlone({ open: true, until: 1, left: 3 })).toBe(true)
  expect(mayTextAlone({ open: true, until: 1, left: 2 })).toBe(false)
  expect(mayTextAlone({ open: true, until: null, left: null })).toBe(true)
  expect(mayTextAlone({ open: false, why: 'time', since: 1 })).toBe(false)
})
