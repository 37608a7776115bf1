import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createCoreWorld, outcome, type CoreWorld } from '../../tests/support/coreWorld.ts'
import { messageRow, poolEntryRow, sessionRow } from '../../tests/support/modelRows.ts'
import type { AgentId, ConversationId, FileId, MessageId } from '../protocol/model/index.ts'
import type { ThreadView } from './api.ts'
import type { Client } from './index.ts'

const c1 = 'c1' as ConversationId
let folder = ''
let world: CoreWorld
let clients: Client[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-core-'))
  world = createCoreWorld(folder)
  clients = []
})
afterEach(async () => {
  for (const client of clients) await client.stop()
  rmSync(folder, { recursive: true })
})

const signedIn = async (): Promise<Client> => {
  const client = await world.signedIn()
  clients.push(client)
  return client
}
const restarted = async (client: Client): Promise<Client> => {
  await client.stop()
  const next = await world.start()
  clients = [next]
  await world.pass()
  return next
}
const thread = (client: Client, conversationId = c1, limit = 100): Promise<ThreadView> =>
  client.query('thread.messages', { conversationId, limit })
const texts = async (client: Client, conversationId = c1): Promise<string[]> =>
  (await thread(client, conversationId)).messages.map(({ body }) =>
    body.kind === 'text' ? body.text : body.kind,
  )
const unsent = async (client: Client, conversationId = c1): Promise<string[]> =>
  (await thread(client, conversationId)).unsent.map(
    ({ body, state, reason }) =>
      `${body.kind === 'text' ? body.text : body.name} ${state}${reason ? ` ${reason}` : ''}`,
  )
const send = async (client: Client, text: string, conversationId = c1): Promise<MessageId> => {
  const result = await client.run('message.send', {
    conversationId,
    body: { kind: 'text', text },
    seenSeq: null,
  })
  if (!result.ok) throw new Error(result.code)
  return result.value.id
}
const state = async (client: Client): Promise<string> => (await client.query('connection.status', {})).state

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
    const client = await world.start({
      connect: (url, handlers) => {
        sockets.push(handlers)
        return world.server.connect(url, handlers)
      },
    })
    clients.push(client)
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

describe('outbox', () => {
  it('R-17-022 keeps a message on the disk before it says so, over a kill without warning', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    for (const text of ['一', '二', '三', '四', '五']) await send(client, text)
    expect(await unsent(client)).toEqual(['一 queued', '二 queued', '三 queued', '四 queued', '五 queued'])
    const next = await restarted(client)
    expect(await unsent(next)).toHaveLength(5)
    world.server.reachable = true
    await world.pass(60_000)
    expect(world.server.texts('c1')).toEqual(['一', '二', '三', '四', '五'])
    expect(await texts(next)).toEqual(['一', '二', '三', '四', '五'])
    expect(await unsent(next)).toEqual([])
  })

  it('R-17-020 repeats a message whose answer was lost under the same id: one message exists', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.loseAnswers = 1
    world.server.holdLog = true
    const id = await send(client, '只此一条')
    await world.pass()
    expect(await unsent(client)).toEqual(['只此一条 sending'])
    world.server.cut()
    world.server.holdLog = false
    await world.pass(60_000)
    expect(world.server.commands.map((command) => command.id)).toEqual(expect.arrayContaining([id]))
    expect(new Set(world.server.commands.map((command) => command.id)).size).toBe(1)
    expect(world.server.texts('c1')).toEqual(['只此一条'])
    expect(await texts(client)).toEqual(['只此一条'])
    expect(await unsent(client)).toEqual([])
  })

  it('shows a message once, whichever of answer and log comes first', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const seen = new Set<string>()
    client.subscribe(
      'thread.messages',
      { conversationId: c1, limit: 10 },
      ({ messages, unsent: waiting }) => {
        seen.add(`${messages.length} ${waiting.length}`)
      },
    )
    await world.pass()
    world.server.holdLog = true
    await send(client, 'hallo')
    await world.pass()
    expect(await unsent(client)).toEqual(['hallo sending'])
    world.server.releaseLog()
    await world.pass()
    world.server.holdLog = false
    expect([...seen]).toEqual(['0 0', '0 1', '1 0'])
  })

  it('R-17-021 a refused message holds back those behind it in its conversation only', async () => {
    world.server.open('c1')
    world.server.open('c2')
    const client = await signedIn()
    world.server.refuse = ({ args }) =>
      (args as { body: { text: string } }).body.text === '二' ? 'not-your-session' : null
    await send(client, '一')
    const failed = await send(client, '二')
    await send(client, '三')
    await send(client, '别处', 'c2' as ConversationId)
    await world.pass(5000)
    expect(world.server.texts('c1')).toEqual(['一'])
    expect(world.server.texts('c2')).toEqual(['别处'])
    expect(await unsent(client)).toEqual(['二 failed not-your-session', '三 queued'])
    world.server.refuse = () => null
    expect(await outcome(client, 'outbox.retry', { id: failed, force: false })).toBe('ok')
    await world.pass()
    expect(world.server.texts('c1')).toEqual(['一', '二', '三'])
  })

  it('a discarded message lets the next one go', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.refuse = ({ args }) =>
      (args as { body: { text: string } }).body.text === '二' ? 'answered-meanwhile' : null
    const failed = await send(client, '二')
    await send(client, '三')
    await world.pass()
    await client.run('outbox.discard', { id: failed })
    await world.pass()
    expect(world.server.texts('c1')).toEqual(['三'])
    expect(await outcome(client, 'outbox.discard', { id: failed })).toBe('not-found')
  })

  it('holds a message back so long as its author wants to be able to take it back, and those behind it', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const held = async (text: string): Promise<MessageId> => {
      const body = { kind: 'text', text } as const
      const sent = await client.run('message.send', { conversationId: c1, body, seenSeq: null, holdMs: 5000 })
      if (!sent.ok) throw new Error(sent.code)
      return sent.value.id
    }
    const regretted = await held('一')
    await send(client, '二')
    await world.pass(4000)
    expect(world.server.texts('c1')).toEqual([])
    expect((await thread(client)).unsent).toMatchObject([{ state: 'queued' }, { heldUntil: null }])
    await client.run('outbox.discard', { id: regretted })
    await world.pass()
    expect(world.server.texts('c1')).toEqual(['二'])
    await held('三')
    await world.pass(4999)
    expect(world.server.texts('c1')).toEqual(['二'])
    await world.pass(1)
    expect(world.server.texts('c1')).toEqual(['二', '三'])
    await held('四')
    await client.run('held.flush', {})
    await world.pass()
    expect(world.server.texts('c1')).toEqual(['二', '三', '四'])
  })

  it('R-17-023 tries again after 1, 2, 4 … 60 s, and gives up after a day', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const tries: number[] = []
    world.server.refuse = ({ name }) => {
      if (name === 'message.send') tries.push(Math.round(world.clock.now() / 1000))
      return 'unavailable'
    }
    await send(client, 'hallo')
    await world.pass(300_000)
    const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0))
    expect(waits.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
    expect(await unsent(client)).toEqual(['hallo queued'])
    world.clock.advance(24 * 3_600_000)
    await world.pass(120_000)
    expect(await unsent(client)).toEqual(['hallo failed expired'])
  })

  it('R-17-028 refuses what is too long, and more than 5,000 waiting', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const body = { kind: 'text' as const, text: 'x'.repeat(5001) }
    expect(await client.run('message.send', { conversationId: c1, body, seenSeq: null })).toEqual({
      ok: false,
      code: 'too-long',
      details: { limit: 5000, actual: 5001 },
    })
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    await send(client, '一')
    await client.stop()
    const own = await world.databases.open('own')
    own.run(`
      with recursive n (i) as (select 2 union all select i + 1 from n where i < 5000)
      insert into outbox (id, agent_id, conversation_id, kind, text, mime, bytes, state, created_at, expires_at)
      select 'm' || i, agent_id, conversation_id, kind, text, mime, bytes, state, created_at, expires_at from n, outbox`)
    own.close()
    const next = await world.start()
    clients = [next]
    const text = { conversationId: c1, body: { kind: 'text' as const, text: 'x' }, seenSeq: null }
    expect(await outcome(next, 'message.send', text)).toBe('outbox-full')
    expect(await next.query('connection.status', {})).toMatchObject({ outbox: 5000 })
  })

  it('keeps a file, uploads it after a restart and sends it in its place', async () => {
    world.server.open('c1')
    let client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    const file = new Blob([new Uint8Array(2_500_000).fill(7)], { type: 'image/png' })
    await send(client, '看图')
    expect(
      await outcome(client, 'file.send', { conversationId: c1, file, name: '图.png', as: 'image' }),
    ).toBe('ok')
    await send(client, '好吗')
    client = await restarted(client)
    const picture = (await thread(client)).unsent[1]?.body
    if (picture?.kind !== 'image') throw new Error('no picture')
    expect(picture.preview?.size).toBe(2_500_000)
    world.server.reachable = true
    await world.pass(60_000)
    // Its parts are hashed beside the thread.
    await expect
      .poll(async () => {
        await world.pass()
        return texts(client)
      })
      .toEqual(['看图', 'image', '好吗'])
    const upload = world.server.requests.find(({ url }) => url.includes('/done?'))
    expect(upload?.url).toContain(encodeURIComponent('图.png'))
    expect(upload?.headers).toMatchObject({ authorization: 'Bearer token-me' })
    expect([...world.server.parts.values()]).toEqual([2_500_000])
  })

  it('R-06-042 goes on with an upload where it stopped, after a pause and after a restart', async () => {
    world.server.open('c1')
    let client = await signedIn()
    const { filePart, parts } = world.server
    let broken = 0
    // The line breaks in the second part, and its author has enough of it.
    world.server.filePart = (request) => {
      if (!request.url.includes('offset=1048576')) return filePart(request)
      broken += 1
      throw new Error('no route')
    }
    const file = new Blob([new Uint8Array(2_500_000).fill(7)], { type: 'text/plain' })
    const upload = { conversationId: c1, file, name: 'a.txt', as: 'file' } as const
    expect(await outcome(client, 'file.send', upload)).toBe('ok')
    await expect.poll(() => broken).toBe(1)
    const id = (await thread(client)).unsent[0]?.id
    if (!id) throw new Error('the file waits')
    expect(await outcome(client, 'outbox.pause', { id, paused: true })).toBe('ok')
    world.server.filePart = filePart
    await world.pass(60_000)
    expect((await thread(client)).unsent).toMatchObject([{ state: 'paused' }])
    client = await restarted(client)
    expect((await thread(client)).unsent).toMatchObject([{ state: 'paused' }])
    world.server.requests.length = 0
    expect(await outcome(client, 'outbox.pause', { id, paused: false })).toBe('ok')
    await expect
      .poll(async () => {
        await world.pass()
        return (await thread(client)).unsent
      })
      .toEqual([])
    const sent = world.server.requests.map(({ body }) => (body instanceof Blob ? body.size : 0))
    expect(sent.filter((size) => size > 0)).toEqual([1024 * 1024, 2_500_000 - 2 * 1024 * 1024])
    expect([...parts.values()]).toEqual([2_500_000])
  })

  it('sends a file that the server has already without uploading it, also when it is tried again', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    const fileId = 'file-1' as FileId
    const file = { kind: 'image', fileId, name: '价目.png', mime: 'image/png', bytes: 9 } as const
    const size = { width: 3, height: 4 }
    expect(
      await outcome(client, 'stored-file.send', { conversationId: c1, file: { ...file, ...size } }),
    ).toBe('ok')
    const next = await restarted(client)
    expect((await thread(next)).unsent[0]?.body).toMatchObject({ name: '价目.png', preview: null })
    world.server.reachable = true
    await world.pass(60_000)
    expect((await thread(next)).messages[0]?.body).toMatchObject({ ...file, ...size })
    expect(world.server.requests.filter(({ url }) => url.includes('/api/files'))).toEqual([])
  })

  it('keeps the last 50 texts of a conversation, the newest first and each once', async () => {
    const client = await signedIn()
    for (let count = 0; count < 55; count += 1) {
      await outcome(client, 'written.keep', { conversationId: c1, text: `第 ${count} 句` })
    }
    await outcome(client, 'written.keep', { conversationId: c1, text: '第 20 句' })
    const written = await client.query('written.list', { conversationId: c1 })
    expect(written).toHaveLength(50)
    expect(written.slice(0, 2)).toEqual(['第 20 句', '第 54 句'])
    expect(new Set(written).size).toBe(50)
    expect(await client.query('written.list', { conversationId: 'c2' as ConversationId })).toEqual([])
  })

  it('refuses files that the server would refuse, and reports what it says of others', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const give = (file: Blob, as: 'image' | 'file') =>
      outcome(client, 'file.send', { conversationId: c1, file, name: 'x', as })
    expect(await give(new Blob([new Uint8Array(6 * 1024 * 1024)], { type: 'image/png' }), 'image')).toBe(
      'too-large',
    )
    expect(await give(new Blob(['x'], { type: 'image/svg+xml' }), 'image')).toBe('type-not-allowed')
    world.server.upload = () => ({ status: 415, text: JSON.stringify({ code: 'type-not-allowed' }) })
    expect(await give(new Blob(['x'], { type: 'text/plain' }), 'file')).toBe('ok')
    await world.pass()
    expect(await unsent(client)).toEqual(['x failed type-not-allowed'])
  })
})

describe('commands of the server', () => {
  it('R-17-019 refuses them at once without network', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    await world.pass(3500)
    expect(await outcome(client, 'presence.set', { presence: 'busy' })).toBe('offline')
  })

  it('repeats an unanswered one under its id on the next connection', async () => {
    const client = await signedIn()
    world.server.loseAnswers = 1
    const running = outcome(client, 'presence.set', { presence: 'busy' })
    await world.pass()
    world.server.cut()
    await world.pass(5000)
    expect(await running).toBe('ok')
    expect(new Set(world.server.commands.map(({ id }) => id)).size).toBe(1)
    expect(world.server.commands).toHaveLength(2)
  })

  it('says after 15 s that nobody knows', async () => {
    const client = await signedIn()
    world.server.loseAnswers = 1
    const running = outcome(client, 'presence.set', { presence: 'busy' })
    await world.pass()
    await world.pass(15_000)
    expect(await running).toBe('timeout')
  })

  it('shows read and pinned at once, and takes it back if it was refused', async () => {
    world.server.open('c1')
    world.server.say('c1', 'eins')
    const client = await signedIn()
    const row = async () => (await client.query('conversations.list', { filter: 'all' }))[0]
    world.server.deaf = true
    const reading = outcome(client, 'read.advance', { conversationId: c1, seq: 1 })
    const pinning = outcome(client, 'list-entry.pin', { conversationId: c1, pinned: true })
    await world.pass()
    expect(await row()).toMatchObject({ unread: 0, pinned: true })
    await world.pass(15_000)
    expect([await reading, await pinning]).toEqual(['timeout', 'timeout'])
    expect(await row()).toMatchObject({ unread: 1, pinned: false })
    world.server.deaf = false
    await world.pass(60_000)
    expect(await outcome(client, 'read.advance', { conversationId: c1, seq: 1 })).toBe('ok')
    expect(await outcome(client, 'list-entry.pin', { conversationId: c1, pinned: true })).toBe('ok')
    await world.pass()
    expect(await row()).toMatchObject({ unread: 0, pinned: true })
  })

  it('does not bother the server with what was read already', async () => {
    world.server.open('c1')
    world.server.say('c1', 'eins')
    const client = await signedIn()
    await client.run('read.advance', { conversationId: c1, seq: 1 })
    await client.run('read.advance', { conversationId: c1, seq: 1 })
    expect(world.server.commands).toHaveLength(1)
  })
})
