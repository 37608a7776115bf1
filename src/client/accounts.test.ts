import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createCoreWorld, outcome, type CoreWorld } from '../../tests/support/coreWorld.ts'
import { createFaultyDatabases } from '../../tests/support/faultyDatabases.ts'
import type { AgentId, ConversationId } from '../protocol/model/index.ts'
import type { CurrentAccount } from './api.ts'
import type { Client } from './index.ts'

const c1 = 'c1' as ConversationId
const SERVER = 'https://desk.example.com'
let folder = ''
let world: CoreWorld
let clients: Client[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-accounts-'))
  world = createCoreWorld(folder)
  clients = []
})
afterEach(async () => {
  for (const client of clients) await client.stop()
  rmSync(folder, { recursive: true })
})

const started = async (more: Parameters<CoreWorld['start']>[0] = {}): Promise<Client> => {
  const client = await world.start(more)
  clients.push(client)
  return client
}
const signIn = async (client: Client, account = 'me', publicComputer = false): Promise<string> => {
  const code = await outcome(client, 'account.sign-in', {
    server: SERVER,
    account,
    password: 'right',
    publicComputer,
  })
  await world.pass()
  return code
}
const signedIn = async (): Promise<Client> => {
  const client = await started()
  await signIn(client)
  return client
}
const current = (client: Client): Promise<CurrentAccount> => client.query('account.current', {})
const notices = async (client: Client): Promise<string[]> =>
  (await current(client)).notices.map(({ code }) => code)
const messages = async (client: Client): Promise<number> =>
  (await client.query('thread.messages', { conversationId: c1, limit: 100 })).messages.length
const cacheFile = (): string => join(folder, 'cache-me.db')

describe('accounts', () => {
  it('tells who is signed in, over a restart and without network', async () => {
    let client = await started()
    expect(await current(client)).toMatchObject({ state: 'signed-out', account: null, remembered: [] })
    expect(await signIn(client)).toBe('ok')
    await client.stop()
    world.server.reachable = false
    client = await started()
    expect(await current(client)).toMatchObject({
      state: 'signed-in',
      account: { agentId: 'me', organizationName: '栖木家居', server: SERVER },
      me: { agentId: 'me', permissions: ['chat.external'] },
    })
  })

  it('R-17-052 names why a sign-in failed', async () => {
    const client = await started()
    const attempt = (password: string) =>
      outcome(client, 'account.sign-in', {
        server: 'desk.example.com',
        account: 'me',
        password,
        publicComputer: false,
      })
    expect(await attempt('wrong')).toBe('wrong-credentials')
    world.server.reachable = false
    expect(await attempt('right')).toBe('unreachable')
  })

  it('signs in with a ticket', async () => {
    const client = await started()
    expect(await outcome(client, 'account.sign-in-with-ticket', { server: SERVER, ticket: 't' })).toBe('ok')
    expect(JSON.parse(world.server.requests[0]?.body as string)).toMatchObject({
      ticket: 't',
      device: { kind: 'desktop' },
    })
  })

  it('signing out leaves nothing behind and withdraws the token', async () => {
    world.server.open('c1')
    world.server.say('c1', 'SECRET-TEXT')
    const client = await signedIn()
    await client.run('draft.save', { conversationId: c1, text: 'SECRET-DRAFT' })
    await client.run('setting.save', { key: 'form:me:transfer s1', value: { note: 'SECRET-FORM' } })
    await client.run('account.sign-out', {})
    expect(await current(client)).toMatchObject({
      state: 'signed-out',
      cause: null,
      account: null,
      remembered: [],
    })
    expect(await messages(client)).toBe(0)
    expect(world.server.requests.at(-1)?.headers).toEqual({ authorization: 'Bearer token-me' })
    await client.stop()
    clients = []
    expect(readdirSync(folder).filter((name) => name.startsWith('cache'))).toEqual([])
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name), 'latin1')
      expect(bytes.includes('token-me') || bytes.includes('SECRET')).toBe(false)
    }
  })

  it('R-17-053 keeps a cache for each account, and shows nothing of one to the other', async () => {
    world.server.open('c1')
    world.server.say('c1', '你好')
    const client = await signedIn()
    await client.run('draft.save', { conversationId: c1, text: 'mine' })
    world.server.reachable = true
    await signIn(client, 'you')
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.db'))
        .sort(),
    ).toEqual(['cache-me.db', 'cache-you.db', 'media-me.db', 'media-you.db', 'own.db'])
    expect(await client.query('draft.get', { conversationId: c1 })).toMatchObject({ text: '' })
    expect((await current(client)).remembered.map(({ agentId }) => agentId).sort()).toEqual(['me', 'you'])
    world.server.reachable = false
    expect(await outcome(client, 'account.switch', { agentId: 'me' as AgentId })).toBe('ok')
    expect(await messages(client)).toBe(1)
    expect(await client.query('draft.get', { conversationId: c1 })).toMatchObject({ text: 'mine' })
    expect(await outcome(client, 'account.switch', { agentId: 'nobody' as AgentId })).toBe('not-found')
  })

  it('R-17-053 words kept too late wait for who wrote them, not for who has taken over', async () => {
    const client = await signedIn()
    world.server.reachable = true
    const save = async (agentId: string, text: string) =>
      outcome(client, 'draft.save', { conversationId: c1, agentId: agentId as AgentId, text })
    const draft = async () => (await client.query('draft.get', { conversationId: c1 })).text
    expect(await save('me', 'mine, in time')).toBe('ok')
    await signIn(client, 'you')
    expect(await save('me', 'mine, too late')).toBe('ok')
    expect(await draft()).toBe('')
    expect(await save('nobody', 'whose?')).toBe('not-found')
    world.server.reachable = false
    await outcome(client, 'account.switch', { agentId: 'me' as AgentId })
    expect(await draft()).toBe('mine, too late')
  })

  it('remembers five accounts at most', async () => {
    const client = await started()
    for (const account of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await signIn(client, account)
      await world.pass(1000)
    }
    expect((await current(client)).remembered.map(({ agentId }) => agentId)).toEqual([
      'f',
      'e',
      'd',
      'c',
      'b',
    ])
    expect(readdirSync(folder)).not.toContain('cache-a.db')
  })

  it.each([
    ['signed-out', 'signed-out-elsewhere'],
    ['disabled', 'disabled'],
  ] as const)(
    'R-17-063 %s by the server: the cache goes, drafts and unsent messages wait',
    async (code, cause) => {
      world.server.open('c1')
      let client = await signedIn()
      await client.run('draft.save', { conversationId: c1, text: '草稿' })
      world.server.refuse = () => 'unavailable'
      await client.run('message.send', {
        conversationId: c1,
        body: { kind: 'text', text: '还没发' },
        seenSeq: null,
      })
      await world.pass()
      world.server.cut(code)
      await world.pass()
      expect(await current(client)).toMatchObject({
        state: 'signed-out',
        cause,
        account: { agentId: 'me' },
        remembered: [],
      })
      expect(readdirSync(folder)).not.toContain('cache-me.db')
      await client.stop()
      client = await started()
      expect(await current(client)).toMatchObject({ state: 'signed-out', cause })
      world.server.refuse = () => null
      await signIn(client)
      await world.pass(1000)
      expect(await client.query('draft.get', { conversationId: c1 })).toMatchObject({ text: '草稿' })
      expect(world.server.texts('c1')).toEqual(['还没发'])
    },
  )

  it('R-17-059 a public computer keeps nothing on its disk', async () => {
    world.server.open('c1')
    world.server.say('c1', 'SECRET-TEXT')
    let client = await started()
    await signIn(client, 'me', true)
    expect(await messages(client)).toBe(1)
    await client.run('draft.save', { conversationId: c1, text: 'SECRET-DRAFT' })
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
    expect(bytes.some((text) => text.includes('SECRET') || text.includes('token-me'))).toBe(false)
    await client.run('account.sign-out', {})
    expect(await current(client)).toMatchObject({ state: 'signed-out', remembered: [] })
    await client.stop()
    client = await started()
    expect(await current(client)).toMatchObject({ state: 'signed-out', account: null })
  })
})

describe('damaged and foreign files', () => {
  const prepared = async (): Promise<void> => {
    world.server.open('c1')
    for (let n = 1; n <= 20; n += 1) world.server.say('c1', `message ${n}`)
    const client = await signedIn()
    await client.run('draft.save', { conversationId: c1, text: '草稿' })
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    await client.run('message.send', {
      conversationId: c1,
      body: { kind: 'text', text: '还没发' },
      seenSeq: null,
    })
    await client.stop()
    clients = []
    world.server.reachable = true
  }

  it('R-17-069 a cache that cannot be opened is moved aside, loaded again, and costs no message', async () => {
    await prepared()
    writeFileSync(cacheFile(), 'something else happened to this file')
    const client = await started()
    await world.pass()
    expect(await notices(client)).toEqual(['cache-moved-aside', 'cache-repaired'])
    expect(readdirSync(folder).some((name) => name.endsWith('.aside'))).toBe(true)
    expect(await messages(client)).toBe(21)
    expect(world.server.texts('c1').at(-1)).toBe('还没发')
    expect(await client.query('draft.get', { conversationId: c1 })).toMatchObject({ text: '草稿' })
  })

  it('R-17-069 a cache with the pages of another account is moved aside and loaded again', async () => {
    await prepared()
    const stranger = await started()
    await signIn(stranger, 'you')
    expect(await outcome(stranger, 'account.switch', { agentId: 'me' as AgentId })).toBe('ok')
    await stranger.stop()
    clients = []
    copyFileSync(join(folder, 'cache-you.db'), cacheFile())
    const client = await started()
    await world.pass()
    expect(await current(client)).toMatchObject({ state: 'signed-in', account: { agentId: 'me' } })
    expect(await notices(client)).toEqual(['cache-moved-aside', 'cache-repaired'])
    expect(await messages(client)).toBe(21)
  })

  it('R-17-067 damage met while working is repaired from the server', async () => {
    await prepared()
    const file = readFileSync(cacheFile())
    // Every page but the first: the header opens, the content does not read.
    for (let at = 4096; at < file.length; at += 1) file[at] = (at * 31) % 256
    writeFileSync(cacheFile(), file)
    const client = await started()
    await world.pass()
    await messages(client).catch(() => undefined)
    await world.pass()
    expect(await notices(client)).toEqual(['cache-moved-aside', 'cache-repaired'])
    expect(await messages(client)).toBe(21)
  })

  it('R-17-067 a row that cannot be read any more is repaired from the server', async () => {
    await prepared()
    const cache = await world.databases.open('cache-me')
    cache.exec(`update messages set body = '{"kind"!"text"}' where seq = 3`)
    cache.close()
    const client = await started()
    await world.pass()
    await messages(client).catch(() => undefined)
    for (let pass = 0; pass < 3; pass += 1) await world.pass()
    expect(await notices(client)).toEqual(['cache-moved-aside', 'cache-repaired'])
    expect(await messages(client)).toBe(21)
  })

  it('R-17-067 damage met while an account is opened keeps nobody out', async () => {
    await prepared()
    const databases = createFaultyDatabases(world.databases)
    // How the outbox looks for what has arrived, before there is a connection.
    databases.damagedAt = 'select id from messages'
    const client = await started({ databases })
    for (let pass = 0; pass < 3; pass += 1) await world.pass()
    expect(await current(client)).toMatchObject({ state: 'signed-in' })
    expect(await messages(client)).toBe(21)
    expect(world.server.texts('c1').at(-1)).toBe('还没发')
  })

  it('a fault that is not found again moves nothing', async () => {
    world.server.open('c1')
    world.server.say('c1', '你好')
    const databases = createFaultyDatabases(world.databases)
    const client = await started({ databases })
    await signIn(client)
    databases.damagedAt = 'from messages'
    await expect(messages(client)).rejects.toThrow('corrupt')
    await world.pass()
    expect(await messages(client)).toBe(1)
    expect(await notices(client)).toEqual([])
  })

  it('a destroyed file of what only this device knows does not touch the caches', async () => {
    await prepared()
    writeFileSync(join(folder, 'own.db'), 'gone')
    const client = await started()
    expect(await notices(client)).toEqual(['cache-moved-aside'])
    expect(await current(client)).toMatchObject({ state: 'signed-out' })
    expect(readdirSync(folder)).toContain('cache-me.db')
  })

  it('R-17-075 leaves a file of a newer program as it is and works from memory', async () => {
    await prepared()
    const newer = await world.databases.open('cache-me')
    newer.exec('pragma user_version = 999; create table future (x)')
    newer.close()
    const before = readFileSync(cacheFile())
    const client = await started()
    await world.pass()
    expect(await notices(client)).toEqual(['newer'])
    expect(await messages(client)).toBe(21)
    await client.stop()
    clients = []
    expect(readFileSync(cacheFile()).equals(before)).toBe(true)
  })

  it('on a full disk (P8) reads, refuses to write, keeps what is typed and recovers by itself', async () => {
    world.server.open('c1')
    world.server.say('c1', '你好')
    const databases = createFaultyDatabases(world.databases)
    const client = await started({ databases })
    await signIn(client)
    databases.full = true
    const text = { conversationId: c1, body: { kind: 'text' as const, text: '写不下' }, seenSeq: null }
    expect(await outcome(client, 'message.send', text)).toBe('disk-full')
    expect(await outcome(client, 'draft.save', { conversationId: c1, text: 'x' })).toBe('disk-full')
    expect(await outcome(client, 'setting.save', { key: 'theme', value: 1 })).toBe('disk-full')
    world.server.say('c1', '在吗')
    await world.pass(10_000)
    expect(await client.query('connection.status', {})).toMatchObject({
      state: 'limited',
      reason: 'disk-full',
      outbox: 0,
    })
    expect(await messages(client)).toBe(1)
    expect(await notices(client)).toEqual(['disk-full'])
    databases.full = false
    await world.pass(5000)
    expect(await client.query('connection.status', {})).toMatchObject({ state: 'connected' })
    expect(await messages(client)).toBe(2)
    expect(await outcome(client, 'message.send', text)).toBe('ok')
  })

  it('on a full disk (P8) older messages are refused with a reason', async () => {
    world.server.snapshotMessages = 1
    world.server.open('c1')
    for (const text of ['一', '二', '三']) world.server.say('c1', text)
    const databases = createFaultyDatabases(world.databases)
    const client = await started({ databases })
    await signIn(client)
    databases.full = true
    const loaded = outcome(client, 'history.load', { conversationId: c1 })
    await world.pass()
    expect(await loaded).toBe('disk-full')
    expect(await messages(client)).toBe(1)
  })

  it('a message that could not be committed is not shown as waiting, and never sent (P8)', async () => {
    world.server.open('c1')
    const databases = createFaultyDatabases(world.databases)
    const client = await started({ databases })
    await signIn(client)
    databases.fullAtCommit = true
    const text = { conversationId: c1, body: { kind: 'text' as const, text: '写不下' }, seenSeq: null }
    expect(await outcome(client, 'message.send', text)).toBe('disk-full')
    expect(await client.query('outbox.list', {})).toEqual([])
    databases.fullAtCommit = false
    await world.pass(5000)
    expect(world.server.texts('c1')).toEqual([])
  })

  it('starts on a full disk with what there is', async () => {
    await prepared()
    const databases = createFaultyDatabases(world.databases)
    databases.full = true
    const client = await started({ databases })
    await world.pass()
    expect(await current(client)).toMatchObject({ state: 'signed-in' })
    expect(await messages(client)).toBe(20)
  })

  it('works from memory and says so where nothing can be kept', async () => {
    const memory = world.databases.openMemory
    const client = await started({ databases: { ...world.databases, lasting: false, open: memory } })
    await signIn(client)
    expect(await notices(client)).toEqual(['memory'])
    expect(await client.query('connection.status', {})).toMatchObject({ state: 'connected' })
  })
})

it('R-17-084 diagnostics tell sizes, counts and codes, and nothing that anybody wrote', async () => {
  world.server.open('c1')
  world.server.say('c1', 'CANARY of the customer')
  const client = await signedIn()
  await client.run('draft.save', { conversationId: c1, text: 'CANARY of the agent' })
  world.server.reachable = false
  const told = await client.query('diagnostics.get', {})
  expect(told).toMatchObject({
    version: '0.1.0',
    host: 'desktop',
    accounts: 1,
    files: [
      { name: 'own', rows: { accounts: 1, drafts: 1, outbox: 0 } },
      { name: 'cache', rows: { conversations: 1, messages: 1 } },
    ],
  })
  expect(told.files.every(({ bytes, schema }) => bytes > 0 && schema > 0)).toBe(true)
  const text = JSON.stringify(told)
  for (const secret of ['CANARY', 'token-me', '栖木家居', 'Agent me', SERVER])
    expect(text).not.toContain(secret)
})
