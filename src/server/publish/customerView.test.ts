import { describe, expect, it } from 'vitest'

import type { Message, MessageBody, Session } from '../../protocol/model/index.ts'
import { messageSeen, stateSeen } from './customerView.ts'

const PORTS = { agent: () => undefined, fileUrl: (id: string) => `/files/${id}` }
const session = (more: Partial<Session>): Session =>
  ({ state: 'ended', endReason: null, handlerId: null, why: { step: 'overflow' }, ...more }) as Session
const line = (body: MessageBody): Message =>
  ({ id: 'm-1', seq: 1, sessionId: 's-1', sender: { kind: 'system' }, body, at: 1 }) as Message

describe('what a customer is told where nobody received them', () => {
  it('R-02-105 the form for a message is offered, with the reason and the opening time', () => {
    const why = { step: 'leave-message', cause: 'closed', opensAt: 5 } as const
    expect(stateSeen(session({ endReason: 'refused', why }), null, PORTS)).toMatchObject({
      askMessage: { cause: 'closed', opensAt: 5 },
    })
    expect(stateSeen(session({ endReason: 'by-agent', why }), null, PORTS)).not.toHaveProperty('askMessage')
  })

  it('R-18-022 whoever left a message sees its number instead of a place in the queue', () => {
    const leftMessage = { number: 12, name: '李雷', phone: '', email: 'li@example.com', answerBy: 9 }
    const waiting = session({ state: 'pending', leftMessage })
    expect(stateSeen(waiting, 3, PORTS)).toMatchObject({
      place: null,
      leftMessage: { number: 12, answerBy: 9 },
    })
    expect(stateSeen(session({ state: 'assigned', leftMessage }), null, PORTS)).not.toHaveProperty(
      'leftMessage',
    )
  })

  it('the line about the message tells number and time only; who answers in the same thread sees the contact', () => {
    const params = { number: '12', answerBy: '9', email: 'li@example.com' }
    expect(messageSeen(line({ kind: 'system', code: 'message-left', params }), PORTS)?.body).toEqual({
      kind: 'system',
      code: 'message-left',
      params: { number: '12', answerBy: '9' },
    })
  })
})
