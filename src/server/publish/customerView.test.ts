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
    expect(stateSeen(waiting, { place: 3, minutes: 2 }, PORTS)).toMatchObject({
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

describe('what services of the company made of a message', () => {
  it('R-06-110 R-14-044 is for colleagues only, and so is what a page says of itself', () => {
    const annotations = {
      transcript: { state: 'done', text: '客户很生气' },
      en: { state: 'working' },
    } as const
    const voice = {
      kind: 'file',
      fileId: 'f-1',
      name: 'voice.webm',
      mime: 'audio/webm',
      bytes: 9,
      seconds: 5,
    }
    const bodies = [
      { ...voice, annotations },
      { kind: 'text', text: '在吗', annotations },
      { kind: 'text', text: 'https://a.example', preview: { title: 'A' } },
    ] as MessageBody[]
    for (const body of bodies) {
      const seen = messageSeen({ ...line(body), sender: { kind: 'customer' } } as Message, PORTS)
      expect(seen?.body).toMatchObject({ kind: body.kind })
      expect(seen?.body).not.toHaveProperty('annotations')
      expect(seen?.body).not.toHaveProperty('preview')
    }
  })
})

describe('the cards a customer gets', () => {
  const ports = { ...PORTS, agent: () => ({ id: 'a-2', outwardName: '安娜', avatarFileId: null }) as never }

  it('show the outward name and the word for the customer, never what colleagues tell each other', () => {
    const params = {
      id: 'o-1',
      about: 'transfer',
      agentId: 'a-2',
      name: '张三',
      from: '李四',
      text: '同事帮您',
      until: '9',
    }
    expect(messageSeen(line({ kind: 'system', code: 'offer-made', params }), ports)?.body).toEqual({
      kind: 'offer',
      offerId: 'o-1',
      about: 'transfer',
      with: 'a-2',
      name: '安娜',
      avatarUrl: null,
      text: '同事帮您',
      until: 9,
    })
    const answered = {
      id: 'o-1',
      about: 'transfer',
      outcome: 'accepted',
      name: '张三',
      conversationId: 'c-9',
    }
    expect(
      messageSeen(line({ kind: 'system', code: 'offer-answered', params: answered }), ports)?.body,
    ).toEqual({
      kind: 'offer-answer',
      offerId: 'o-1',
      outcome: 'accepted',
    })
  })

  it('a company is shown without a name of its own', () => {
    const params = { id: 'o-1', about: 'friend', agentId: '', name: '', from: '李四' }
    const seen = messageSeen(line({ kind: 'system', code: 'offer-made', params }), PORTS)?.body
    expect(seen).toMatchObject({ about: 'friend', with: null, name: null, until: null })
  })
})
