import { describe, expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { createMemoryArea, NOBODY, playServer, welcomeFrame } from '../../../tests/support/widgetSocket.ts'
import { createIds } from '../../base/ids.ts'
import type { FileId, MessageId } from '../../protocol/model/index.ts'
import type { SeenMessage } from '../../protocol/wire/index.ts'
import { createStorage, type BrowserStorage } from '../shared/storage.ts'
import { createChat } from './chat.ts'
import type { SendFile } from './uploads.ts'
import { unreadOf } from './view.ts'

const PAGE = { url: 'https://shop.example/', title: 'Shop', referrer: '', language: 'en' }

const setUp = (area: BrowserStorage = createMemoryArea()) => {
  const clock = createTestClock()
  const server = playServer()
  const requests: { file: Parameters<SendFile>[0]; events: Parameters<SendFile>[1]; cancelled: boolean }[] =
    []
  const chat = createChat({
    widgetId: 'w1',
    storage: createStorage(() => area, 'w1'),
    clock,
    ids: createIds(clock),
    random: () => 0,
    openSocket: server.open,
    sendFile: (file, events) => {
      const request = { file, events, cancelled: false }
      requests.push(request)
      return {
        cancel: () => {
          request.cancelled = true
        },
      }
    },
  })
  const connect = (change: Parameters<typeof welcomeFrame>[0] = {}): void => {
    server.last().events.opened()
    server.last().reply(welcomeFrame(change))
  }
  const commands = (name: string) =>
    server.last().sent.flatMap((frame) => (frame.t === 'command' && frame.name === name ? [frame] : []))
  const writes = () => commands('customer.write')
  const accept = (seq: number): void => {
    const command = writes().at(-1)
    if (!command) throw new Error('nothing was written')
    server.last().reply({ t: 'done', id: command.id, result: { seq, at: seq }, revision: seq })
  }
  return { clock, server, chat, requests, connect, commands, writes, accept }
}

const textOf = (frame: { args: unknown }): string => (frame.args as { body: { text: string } }).body.text

const fromAgent = (seq: number): SeenMessage => ({
  id: `m${seq}` as MessageId,
  seq,
  from: 'agent',
  name: 'Lin',
  body: { kind: 'text', text: `answer ${seq}` },
  at: seq,
})

describe('a visitor’s conversation', () => {
  it('R-18-026 sends what was written without a connection once, in order, one after another', () => {
    const { chat, server, connect, writes, accept } = setUp()
    chat.start(PAGE)
    for (const text of ['one', 'two', 'three']) chat.write(text)
    expect(server.last().sent).toEqual([])
    connect()
    expect(writes().map(textOf)).toEqual(['one'])
    accept(1)
    accept(2)
    expect(writes().map(textOf)).toEqual(['one', 'two', 'three'])
    accept(3)
    expect(chat.view().outbox).toEqual([])
    expect(chat.view().messages.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('R-02-035 takes over at once what the company changes, and keeps it for the next visit', () => {
    const area = createMemoryArea()
    const { chat, server, connect } = setUp(area)
    chat.start(PAGE)
    connect()
    const settings = { ...welcomeFrame({}).settings, title: 'Sale' }
    server.last().reply({ t: 'settings', settings })
    expect(chat.view().settings?.title).toBe('Sale')
    expect(setUp(area).chat.view().settings?.title).toBe('Sale')
  })

  it('R-18-026 sends again with the same id when the answer was lost', () => {
    const { clock, chat, server, connect, writes } = setUp()
    chat.start(PAGE)
    connect()
    chat.write('hello')
    const first = writes()[0]
    server.last().events.closed()
    clock.advance(1000)
    connect()
    expect(writes()).toEqual([first])
  })

  it('leaves no hole when a message turns out to be older than the page that is shown', () => {
    const { clock, chat, server, connect, writes, accept } = setUp()
    chat.start(PAGE)
    connect()
    chat.write('hello')
    server.last().events.closed()
    clock.advance(1000)
    // So much was answered meanwhile that the own message, whose answer was lost, is not among the newest.
    const newest = Array.from({ length: 30 }, (_, index) => fromAgent(51 + index))
    connect({ messages: newest, more: true })
    expect(writes().map(textOf)).toEqual(['hello'])
    accept(20)
    expect(chat.view().outbox).toEqual([])
    expect(chat.view().messages).toEqual(newest)
    chat.older()
    expect(server.last().sent.at(-1)).toEqual({ t: 'older', before: 51 })
  })

  it('does not send again what the server already shows, and counts it once', () => {
    const { clock, chat, server, connect, writes } = setUp()
    chat.start(PAGE)
    connect()
    chat.write('hello')
    const id = writes()[0]?.id as MessageId
    server.last().events.closed()
    clock.advance(1000)
    const mine: SeenMessage = { ...fromAgent(1), id, from: 'me', name: null }
    connect({ messages: [mine] })
    expect(writes()).toEqual([])
    expect(chat.view().outbox).toEqual([])
    expect(chat.view().messages).toEqual([mine])
  })

  it('goes on after a reload with the outbox, the token and the draft of before', () => {
    const area = createMemoryArea()
    const before = setUp(area)
    before.chat.start(PAGE)
    before.connect()
    before.chat.write('kept')
    before.chat.typed('half a sen')
    const after = setUp(area)
    after.chat.start(PAGE)
    after.connect()
    expect(after.server.last().sent[0]).toMatchObject({
      t: 'hello',
      token: 'visitor-token',
      after: 0,
      page: PAGE,
    })
    expect(after.writes()[0]?.id).toBe(before.writes()[0]?.id)
    expect(after.chat.draft()).toBe('half a sen')
  })

  it('R-18-027 a tab that became known second takes the visitor of the first', () => {
    const area = createMemoryArea()
    const one = setUp(area)
    const two = setUp(area)
    one.chat.start(PAGE)
    two.chat.start(PAGE)
    one.server.last().events.opened()
    two.server.last().events.opened()
    one.server.last().reply(welcomeFrame({ token: 'first' }))
    two.server.last().reply(welcomeFrame({ token: 'second' }))
    two.server.last().events.opened()
    expect(two.server.last().sent[0]).toMatchObject({ token: 'first' })
  })

  it('R-18-051 a hello whose answer is lost is said again by the same newcomer, and once known by nobody', () => {
    const { chat, server, connect } = setUp()
    const secret = (): unknown => (server.last().sent[0] as { secret?: string }).secret
    chat.start(PAGE)
    server.last().events.opened()
    const first = secret()
    expect(first).toMatch(/^[0-9a-f]{64}$/u)
    chat.networkChanged(true)
    server.last().events.opened()
    expect(server.sockets).toHaveLength(2)
    expect(secret()).toBe(first)
    connect()
    chat.networkChanged(false)
    chat.networkChanged(true)
    server.last().events.opened()
    expect(server.last().sent[0]).toMatchObject({ token: 'visitor-token' })
    expect(secret()).toBeUndefined()
    chat.forget()
    server.last().events.opened()
    expect(server.last().sent[0]).toMatchObject({ token: null })
    expect(secret()).not.toBe(first)
  })

  it('R-18-082 a limit only delays: the text stays and goes out when the time is over', () => {
    const { clock, chat, server, connect, writes } = setUp()
    chat.start(PAGE)
    connect()
    chat.write('fast')
    const { id } = writes()[0] ?? { id: '' }
    server.last().reply({ t: 'refused', id, code: 'rate-limited', details: { retryAfterMs: 7000 } })
    chat.write('faster')
    expect(chat.view().pause).toEqual({ until: clock.now() + 7000, why: 'fast' })
    expect(writes()).toHaveLength(1)
    clock.advance(7000)
    expect(chat.view().pause).toBeNull()
    expect(writes().map(({ id: each }) => each)).toEqual([id, id])
  })

  it('R-18-082 on repetition a sum holds everything up, and another one after a wrong answer', () => {
    const { chat, server, connect, writes } = setUp()
    chat.start(PAGE)
    connect()
    chat.write('fast')
    const { id } = writes()[0] ?? { id: '' }
    const ask = (first: number, second: number): void => {
      const details = { retryAfterMs: 0, first, second }
      server.last().reply({ t: 'refused', id, code: 'rate-limited', details })
    }
    ask(7, 2)
    chat.write('faster')
    expect(chat.view().pause).toEqual({ why: 'sum', until: null, first: 7, second: 2, again: false })
    expect(writes()).toHaveLength(1)
    chat.solve(8)
    expect(server.last().sent).toContainEqual({ t: 'solve', sum: 8 })
    expect(writes().map(({ id: each }) => each)).toEqual([id, id])
    ask(3, 4)
    expect(chat.view().pause).toMatchObject({ first: 3, second: 4, again: true })
    chat.solve(7)
    server.last().reply({ t: 'done', id, result: { seq: 1, at: 1 }, revision: 1 })
    expect(chat.view().pause).toBeNull()
    expect(writes().map(textOf)).toEqual(['fast', 'fast', 'fast', 'faster'])
  })

  it('a refusal stays with its message and the next one goes on', () => {
    const { chat, server, connect, writes } = setUp()
    chat.start(PAGE)
    connect()
    chat.write('one')
    chat.write('two')
    server.last().reply({ t: 'refused', id: writes()[0]?.id ?? '', code: 'not-accepted' })
    expect(writes().map(textOf)).toEqual(['one', 'two'])
    expect(chat.view().outbox.map(({ refused }) => refused)).toEqual(['not-accepted', null])
  })

  it('acknowledges at most once a second, and as read only what was visible', () => {
    const { clock, chat, server, connect, commands } = setUp()
    chat.start(PAGE)
    connect({ messages: [fromAgent(1)] })
    for (let seq = 2; seq < 10; seq += 1) server.last().reply({ t: 'messages', messages: [fromAgent(seq)] })
    expect(unreadOf(chat.view())).toBe(9)
    clock.advance(1000)
    expect(commands('customer.acknowledge').map(({ args }) => args)).toEqual([
      { deliveredSeq: 1, readSeq: 0 },
      { deliveredSeq: 9, readSeq: 0 },
    ])
    chat.setVisible(true)
    clock.advance(1000)
    expect(commands('customer.acknowledge').at(-1)?.args).toEqual({ deliveredSeq: 9, readSeq: 9 })
    expect(unreadOf(chat.view())).toBe(0)
  })

  it('R-06-095 tells that the customer types at most every 3 s, and forgets the agent’s typing after 6 s', () => {
    const { clock, chat, server, connect } = setUp()
    chat.start(PAGE)
    connect({ state: { ...NOBODY, session: 'active', agent: { name: 'Lin', avatarUrl: null } } })
    const signals = () => server.last().sent.filter(({ t }) => t === 'typing')
    for (let key = 0; key < 29; key += 1) {
      chat.typed('x'.repeat(key + 1))
      clock.advance(100)
    }
    expect(signals()).toHaveLength(1)
    clock.advance(100)
    chat.typed('more')
    expect(signals()).toHaveLength(2)
    server.last().reply({ t: 'typing', on: true })
    clock.advance(5999)
    expect(chat.view().agentTyping).toBe(true)
    clock.advance(1)
    expect(chat.view().agentTyping).toBe(false)
  })

  it('R-06-095 what is being written goes along only where the company looks at it, the end of it too', () => {
    const { clock, chat, server, connect } = setUp()
    chat.start(PAGE)
    const settings = { ...welcomeFrame().settings, showsTyped: true }
    connect({ settings, state: { ...NOBODY, session: 'active' } })
    chat.typed('W')
    clock.advance(1000)
    chat.typed('Where is')
    clock.advance(2000)
    chat.typed('')
    const signals = server.last().sent.filter(({ t }) => t === 'typing')
    expect(signals).toEqual([
      { t: 'typing', on: true, text: 'W' },
      { t: 'typing', on: true, text: 'Where is' },
      { t: 'typing', on: false },
    ])
  })

  it('R-18-019 a quote goes out once, by the id of its message, and survives the way back', () => {
    const { chat, connect, writes, accept } = setUp()
    chat.start(PAGE)
    connect({ messages: [fromAgent(3)] })
    chat.quote(fromAgent(3))
    chat.write('Which one?')
    expect(writes().at(-1)?.args).toMatchObject({ quoteId: 'm3' })
    accept(4)
    expect(chat.view().messages.at(-1)?.body).toMatchObject({
      text: 'Which one?',
      quote: { text: 'answer 3' },
    })
    chat.write('Hello?')
    expect(writes().at(-1)?.args).not.toHaveProperty('quoteId')
  })

  it('R-18-035 after a break it looks again at what could have been taken back meanwhile, and at nothing older', () => {
    const { clock, chat, server, connect } = setUp()
    const older = () => server.last().sent.filter(({ t }) => t === 'older')
    chat.start(PAGE)
    connect({ serverTime: clock.now(), messages: [{ ...fromAgent(3), at: clock.now() }] })
    server.last().events.closed()
    clock.advance(2000)
    connect({ serverTime: clock.now() })
    expect(older()).toEqual([{ t: 'older', before: 4 }])
    clock.advance(10 * 60_000)
    server.last().events.closed()
    clock.advance(60_000)
    connect({ serverTime: clock.now() })
    expect(older()).toEqual([])
  })

  it('R-18-036 asks for older messages once at a time', () => {
    const { chat, server, connect } = setUp()
    chat.start(PAGE)
    connect({ messages: [fromAgent(31)], more: true })
    chat.older()
    chat.older()
    expect(server.last().sent.filter(({ t }) => t === 'older')).toEqual([{ t: 'older', before: 31 }])
    server.last().reply({ t: 'older', messages: [fromAgent(29), fromAgent(30)], more: false })
    expect(chat.view().messages.map(({ seq }) => seq)).toEqual([29, 30, 31])
    expect(chat.view().more).toBe(false)
  })

  it('uploads first and writes then; a cancelled upload writes nothing', () => {
    const { chat, requests, connect, writes } = setUp()
    chat.start(PAGE)
    connect()
    chat.addFile(new Blob(['abc']), 'a.txt', 'file')
    chat.addFile(new Blob(['def']), 'b.txt', 'file')
    requests[0]?.events.progress(0.5)
    expect(chat.view().uploads.map(({ done }) => done)).toEqual([0.5, 0])
    chat.cancelUpload(chat.view().uploads[1]?.id ?? '')
    expect(requests[1]?.cancelled).toBe(true)
    const file = {
      id: 'f1' as FileId,
      name: 'a.txt',
      mime: 'text/plain',
      bytes: 3,
      width: null,
      height: null,
    }
    requests[0]?.events.finished({ file })
    expect(chat.view().uploads).toEqual([])
    expect(writes()[0]?.args).toMatchObject({ body: { kind: 'file', fileId: 'f1', name: 'a.txt' } })
  })

  it('an upload that failed can be tried again and is sent once', () => {
    const { chat, requests, connect, writes } = setUp()
    chat.start(PAGE)
    connect()
    chat.addFile(new Blob(['abc']), 'a.png', 'image')
    requests[0]?.events.failed('network')
    expect(chat.view().uploads[0]?.failed).toBe('network')
    chat.retryUpload(chat.view().uploads[0]?.id ?? '')
    const file = { id: 'f1' as FileId, name: 'a.png', mime: 'image/png', bytes: 3, width: 4, height: 5 }
    requests[1]?.events.finished({ file })
    requests[1]?.events.finished({ file })
    expect(writes()).toHaveLength(1)
    expect(writes()[0]?.args).toMatchObject({ body: { kind: 'image', width: 4, height: 5 } })
    expect(chat.localPicture('f1')).toBeInstanceOf(Blob)
  })

  it('R-18-009 a closed entry is not asked again', () => {
    const { clock, chat, server, connect } = setUp()
    chat.start(PAGE)
    connect()
    server.last().reply({ t: 'bye', code: 'closed-entry' })
    expect(chat.view()).toMatchObject({ link: 'ended', ended: 'closed-entry' })
    clock.advance(100_000)
    expect(server.sockets).toHaveLength(1)
  })

  it('a message the server cannot read is set aside instead of being sent for ever', () => {
    const { clock, chat, server, connect, writes } = setUp()
    chat.start(PAGE)
    connect()
    chat.write('strange')
    server.last().reply({ t: 'bye', code: 'bad-frame' })
    clock.advance(1000)
    connect()
    expect(writes()).toEqual([])
    expect(chat.view().outbox[0]?.refused).toBe('bad-frame')
  })

  it('forgets everything when the visitor signs out of the page', () => {
    const area = createMemoryArea()
    const { chat, connect } = setUp(area)
    chat.start(PAGE)
    connect()
    chat.write('secret')
    chat.erase()
    expect(area.length).toBe(0)
  })

  it('R-18-051 who is another visitor to the page is somebody new here, and goes on as long as the page knows them', () => {
    const area = createMemoryArea()
    const open = (visitor: string) => {
      const { chat, server, connect } = setUp(area)
      chat.start(PAGE, '', visitor)
      connect()
      return server.last().sent[0]
    }
    expect(open('one')).toMatchObject({ token: null })
    expect(open('one')).toMatchObject({ token: 'visitor-token' })
    expect(open('')).toMatchObject({ token: 'visitor-token' })
    const { chat } = setUp(area)
    chat.write('not sent by anybody')
    chat.start(PAGE, '', 'one')
    expect(chat.view().outbox).toHaveLength(1)
    chat.start(PAGE, '', 'other')
    expect(chat.view().outbox).toEqual([])
    expect(open('other')).toMatchObject({ token: null })
  })

  it('asks with the newest number the server has sent, not with that of an own message', () => {
    const { clock, chat, server, connect, accept } = setUp()
    chat.start(PAGE)
    connect({ messages: [fromAgent(5)] })
    chat.write('seven')
    accept(7)
    server.last().events.closed()
    clock.advance(1000)
    server.last().events.opened()
    expect(server.last().sent[0]).toMatchObject({ t: 'hello', after: 5 })
  })
})
