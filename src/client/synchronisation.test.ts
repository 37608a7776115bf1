/** How the cache comes to what the server has, and what it does with what it cannot read. */
import { beforeEach, describe, expect, it } from 'vitest'

import { c1, send, state, texts, thread, useCore, type CoreStage } from '../../tests/support/coreStage.ts'
import { outcome } from '../../tests/support/coreWorld.ts'
import { messageRow, poolEntryRow, sessionRow } from '../../tests/support/modelRows.ts'
import type { AgentId, ConversationId } from '../protocol/model/index.ts'

const stage = useCore()
let { world, signedIn, started, restarted } = {} as CoreStage
beforeEach(() => {
  ;({ world, signedIn, started, restarted } = stage())
})

describe('synchronisation', () => {
  it('loads everything once and goes on from there after a restart', async () => {
    world.server.open('c1')
    world.server.say('c1', '你好')
    let client = await signedIn()
    expect(await state(client)).toBe('connected')
    expect(await texts(client)).toEqual(['你好'])
    expect(await client.query('organization.get', {})).toMatchObject({ organization: { name: '栖木家居' } })
    client = await restarted(client)
    world.server.say('c1', '在吗')
    await world.pass()
    expect(await texts(client)).toEqual(['你好', '在吗'])
    expect(world.server.hellos.map(({ resume }) => resume !== null)).toEqual([false, true])
  })

  it('R-17-001 reads what is cached without network', async () => {
    world.server.open('c1')
    world.server.say('c1', '你好')
    let client = await signedIn()
    world.server.reachable = false
    client = await restarted(client)
    expect(await texts(client)).toEqual(['你好'])
    const [row] = await client.query('conversations.list', { filter: 'all' })
    expect(row).toMatchObject({ id: 'c1', unread: 1, preview: { text: '你好' }, customerNumber: 1024 })
    expect(row?.waitingSince).toBe(row?.preview?.at)
  })

  it('fetches what it missed, in order and once', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.cut()
    for (let n = 1; n <= 1200; n += 1) world.server.say('c1', `${n}`)
    await world.pass(2000)
    expect(await state(client)).toBe('connected')
    const { messages } = await thread(client, c1, 2000)
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 1200 }, (_, index) => index + 1))
  })

  it('R-17-014 takes everything anew when the history is another, and keeps drafts, settings and unsent messages', async () => {
    world.server.open('c1')
    world.server.say('c1', 'old')
    const client = await signedIn()
    await client.run('draft.save', { conversationId: c1, text: '草稿' })
    await client.run('setting.save', { key: 'theme', value: { dark: true } })
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    await send(client, '稍等')
    const { server } = world
    server.epoch = 'epoch-2'
    server.thread('c1').messages = []
    server.thread('c1').conversation = { ...server.thread('c1').conversation, lastSeq: 0, preview: null }
    server.log.length = 0
    server.revision = 1
    server.say('c1', 'new')
    server.reachable = true
    await world.pass(60_000)
    expect(await texts(client)).toEqual(['new', '稍等'])
    expect(await client.query('draft.get', { conversationId: c1 })).toMatchObject({ text: '草稿' })
    expect(await client.query('setting.get', { key: 'theme' })).toEqual({ value: { dark: true } })
  })

  it('does not take frames of a former connection', async () => {
    world.server.open('c1')
    const sockets: { message(text: string): void }[] = []
    const client = await started({
      connect: (url, handlers) => {
        sockets.push(handlers)
        return world.server.connect(url, handlers)
      },
    })
    await client.run('account.sign-in', {
      server: 'https://desk.example.com',
      account: 'me',
      password: 'right',
      publicComputer: false,
    })
    await world.pass()
    const entry = world.server.log.at(-1)
    world.server.cut()
    await world.pass(2000)
    const late = {
      t: 'log',
      entries: [{ ...entry, revision: 999, event: 'list-entry.removed', payload: { conversationId: 'c1' } }],
    }
    sockets[0]?.message(JSON.stringify(late))
    expect(await client.query('conversations.list', { filter: 'all' })).toHaveLength(1)
  })

  it('R-17-062 removes what may not be seen any more, and the customer with the last conversation', async () => {
    world.server.open('c1')
    world.server.say('c1', '你好')
    const client = await signedIn()
    world.server.lose('thread:c1')
    expect(await texts(client)).toEqual([])
    expect(await client.query('conversation.get', { conversationId: c1 })).toBeNull()
    expect((await client.query('search.local', { text: '你好', limit: 10 })).messages).toEqual([])
  })

  it('takes a scope up that it lost while away', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.cut()
    world.server.lose('thread:c1')
    world.server.open('c2')
    world.server.say('c2', '新来的')
    await world.pass(2000)
    expect((await client.query('conversations.list', { filter: 'all' })).map(({ id }) => id)).toEqual(['c2'])
    expect(await texts(client, 'c2' as ConversationId)).toEqual(['新来的'])
  })

  it('shows the pool and empties it', async () => {
    const client = await signedIn()
    world.server.publish('pool:group:main', 'pool.entered', { entry: poolEntryRow('s1') })
    world.server.publish('pool:group:main', 'pool.entered', {
      entry: poolEntryRow('s2', { target: { kind: 'agent', agentId: 'me' as AgentId } }),
    })
    expect(await client.query('pool.count', {})).toMatchObject({ waiting: 2 })
    expect(await client.query('pool.list', { filter: 'mine', sort: 'longest' })).toMatchObject({ total: 1 })
    const { sessionId } = poolEntryRow('s1')
    world.server.publish('pool:group:main', 'pool.left', { sessionId, cause: 'accepted', agentId: null })
    expect(await client.query('pool.count', {})).toMatchObject({ waiting: 1 })
  })

  it('knows which conversations are in session and who waits', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.putSession(sessionRow('s1', 'c1'))
    const first = world.server.say('c1', '第一句')
    await world.pass(1000)
    world.server.say('c1', '第二句')
    const list = async () => await client.query('conversations.list', { filter: 'in-session' })
    expect(await list()).toMatchObject([{ sessionState: 'active', handlerId: 'me', waitingSince: first.at }])
    world.server.say('c1', '您好', { sender: { kind: 'agent', agentId: 'me' as AgentId } })
    expect(await list()).toMatchObject([{ waitingSince: null }])
    world.server.putSession(sessionRow('s1', 'c1', { state: 'ended', version: 2 }), 'session.ended')
    expect(await list()).toEqual([])
  })
})

describe('bad input', () => {
  it('R-17-085 sets a bad item aside and goes on with the rest', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.send({ t: 'nonsense' })
    world.server.send({ t: 'log', entries: [{ revision: 'x' }, { t: 1 }, null] })
    world.server.publish('thread:c1', 'receipt.advanced', {
      conversationId: c1,
      deliveredSeq: -4,
      readSeq: 0,
    })
    world.server.publish('org', 'tag.exploded' as 'tag.changed', {} as never)
    world.server.say('c1', '还在')
    expect(await state(client)).toBe('connected')
    expect(await texts(client)).toEqual(['还在'])
    expect(world.server.connections).toBe(1)
  })

  it('keeps what a newer program wrote as it came', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const message = messageRow('c1', 1, { body: { kind: 'hologram', cubes: 3 } as never })
    world.server.publish('thread:c1', 'message.sent', { message })
    const { messages } = await thread(client)
    expect(messages[0]?.body).toEqual({ kind: 'unsupported', original: { kind: 'hologram', cubes: 3 } })
  })

  it('R-06-066 does not show a later message before a missing one, fetches it after 2 s, and then shows both', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.say('c1', 'eins')
    world.server.holdLog = true
    world.server.say('c1', 'zwei')
    world.server.say('c1', 'drei')
    world.server.holdLog = false
    const [two, three] = world.server.log.slice(-2)
    world.server.send({ t: 'log', entries: [{ ...two, payload: { message: { seq: 2 } } }, three] })
    expect(await texts(client)).toEqual(['eins'])
    expect(await thread(client)).toMatchObject({ gap: true })
    expect(world.server.queries).toEqual([])
    await world.pass(2000)
    expect(world.server.queries).toHaveLength(1)
    expect(await texts(client)).toEqual(['eins', 'zwei', 'drei'])
    expect(await thread(client)).toMatchObject({ gap: false })
  })

  it('lets a line stand in for a message that nobody can read', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.say('c1', 'eins')
    world.server.say('c1', 'zwei', { at: 'soon' as never })
    world.server.say('c1', 'drei')
    await world.pass(2500)
    expect(await texts(client)).toEqual(['eins', 'unsupported', 'drei'])
  })
})

describe('history', () => {
  it('R-17-007 fetches thirty older messages at a time, and keeps them', async () => {
    world.server.open('c1')
    for (let n = 1; n <= 100; n += 1) world.server.say('c1', `${n}`)
    let client = await signedIn()
    expect(await thread(client)).toMatchObject({ more: true })
    expect((await thread(client)).messages[0]?.seq).toBe(71)
    const load = async () => await client.run('history.load', { conversationId: c1 })
    expect(await Promise.all([load(), load()])).toEqual([
      { ok: true, value: { loaded: 30, more: true } },
      { ok: true, value: { loaded: 30, more: true } },
    ])
    expect((await thread(client)).messages[0]?.seq).toBe(41)
    await load()
    expect(await load()).toMatchObject({ value: { loaded: 10, more: false } })
    world.server.reachable = false
    client = await restarted(client)
    expect((await thread(client)).messages).toHaveLength(100)
    expect(await outcome(client, 'history.load', { conversationId: c1 })).toBe('ok')
  })

  it('says when it cannot', async () => {
    world.server.open('c1')
    for (let n = 1; n <= 40; n += 1) world.server.say('c1', `${n}`)
    const client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    expect(await outcome(client, 'history.load', { conversationId: c1 })).toBe('offline')
  })
})
