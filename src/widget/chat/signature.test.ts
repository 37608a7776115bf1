import { expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { createMemoryArea, playServer, welcomeFrame } from '../../../tests/support/widgetSocket.ts'
import { createIds } from '../../base/ids.ts'
import type { MessageId } from '../../protocol/model/index.ts'
import type { SeenMessage } from '../../protocol/wire/index.ts'
import { createStorage } from '../shared/storage.ts'
import { createChat } from './chat.ts'

const PAGE = { url: 'https://shop.example/', title: 'Shop', referrer: '', language: 'en' }
const NOTHING = { name: '', email: '', phone: '' }
const fromAgent = (seq: number): SeenMessage => ({
  id: `m${seq}` as MessageId,
  seq,
  from: 'agent',
  name: 'Lin',
  body: { kind: 'text', text: `answer ${seq}` },
  at: seq,
})

const setUp = (ticket = '') => {
  const area = createMemoryArea()
  const clock = createTestClock()
  const server = playServer()
  const chat = createChat({
    widgetId: 'w1',
    ticket,
    storage: createStorage(() => area, 'w1'),
    clock,
    ids: createIds(clock),
    random: () => 0,
    openSocket: server.open,
    sendFile: () => ({ cancel: () => undefined }),
  })
  const welcome = (change: Parameters<typeof welcomeFrame>[0] = {}): void => {
    server.last().events.opened()
    server.last().reply(welcomeFrame(change))
  }
  const hello = () => server.last().sent.find((frame) => frame.t === 'hello')
  return { area, chat, server, welcome, hello }
}

it('R-18-053 says who the visitor is, and keeps the token of a signed visitor in memory only', () => {
  const { area, chat, server, welcome, hello } = setUp()
  chat.identify('head.claims.seal', NOTHING)
  chat.start(PAGE)
  welcome({ identity: 'signed', token: 'org.signed.id-1.99.seal', messages: [fromAgent(1)] })
  expect(hello()).toMatchObject({ identity: 'head.claims.seal', token: null })
  expect(chat.view()).toMatchObject({ standing: 'signed', messages: [{ seq: 1 }] })
  expect(area.getItem('foyer:w1:token')).toBeNull()
  // The line comes back with what it was given.
  chat.networkChanged(false)
  chat.networkChanged(true)
  server.last().events.opened()
  expect(hello()).toMatchObject({ token: 'org.signed.id-1.99.seal', after: 1 })
  server.last().reply(welcomeFrame({ identity: 'signed', token: 'org.signed.id-1.100.seal' }))
  expect(chat.view().messages).toHaveLength(1)
})

it('R-18-057 shows the ticket of a link until it was let in, and forgets who was here before', () => {
  const { area, chat, server, welcome, hello } = setUp('org.ticket.id-1.99.seal')
  area.setItem('foyer:w1:token', 'org.somebody')
  chat.start(PAGE)
  welcome({ token: 'org.linked.id-1.99.seal', messages: [fromAgent(1)] })
  expect(hello()).toMatchObject({ ticket: 'org.ticket.id-1.99.seal', token: 'org.somebody' })
  expect(chat.view().messages).toHaveLength(1)
  chat.networkChanged(false)
  chat.networkChanged(true)
  server.last().events.opened()
  expect(hello()).toMatchObject({ token: 'org.linked.id-1.99.seal' })
  expect(hello()).not.toHaveProperty('ticket')
})

it('R-18-055 whoever signs in while the chat is open sees their own thread, and what they have not read', () => {
  const { chat, server, welcome, hello } = setUp()
  chat.start(PAGE)
  chat.setVisible(true)
  welcome({ token: 'org.anonymous', messages: [fromAgent(1), fromAgent(2)] })
  expect(chat.view().readSeq).toBe(2)
  chat.identify('head.claims.seal', NOTHING)
  server.last().events.opened()
  expect(hello()).toMatchObject({ token: 'org.anonymous', identity: 'head.claims.seal', after: 2 })
  server.last().reply(welcomeFrame({ identity: 'signed', token: 'org.signed.id-1.99.seal' }))
  // What was asked for belonged to the other thread: it is asked for again, from the start.
  server.last().events.opened()
  expect(hello()).toMatchObject({ token: 'org.signed.id-1.99.seal', after: 0 })
  server
    .last()
    .reply(welcomeFrame({ identity: 'signed', token: 'org.signed.id-1.100.seal', messages: [fromAgent(1)] }))
  expect(chat.view().messages.map(({ seq }) => seq)).toEqual([1])
})

it('R-18-053 a signature that is refused leaves the visitor who they were', () => {
  const { area, chat, welcome } = setUp()
  chat.identify('old.old.old', NOTHING)
  chat.start(PAGE)
  welcome({ identity: 'refused', token: 'org.anonymous' })
  expect(chat.view().standing).toBe('refused')
  expect(area.getItem('foyer:w1:token')).toBe('org.anonymous')
})

it('R-18-054 what is only said is sent as said', () => {
  const { chat, welcome, hello } = setUp()
  chat.identify('', { ...NOTHING, name: 'Wang' })
  chat.start(PAGE)
  welcome()
  expect(hello()).toMatchObject({ said: { name: 'Wang' } })
  expect(hello()).not.toHaveProperty('identity')
})
