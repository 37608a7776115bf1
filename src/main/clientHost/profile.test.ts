import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createCoreWorld, outcome, type CoreWorld } from '../../../tests/support/coreWorld.ts'
import { createFaultyDatabases } from '../../../tests/support/faultyDatabases.ts'
import { createFakeKeyStore, openMarked, type FakeKeyStore } from '../../../tests/support/keyStore.ts'
import { silentLogger } from '../../base/logger.ts'
import type { Client } from '../../client/index.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import { openKeyRing } from './keyRing.ts'
import { createProfile, type ProfileKeys } from './profile.ts'

const c1 = 'c1' as ConversationId
let folder = ''
let world: CoreWorld
let store: FakeKeyStore
let client: Client | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-profile-'))
  world = createCoreWorld(folder)
  world.server.open('c1')
  world.server.say('c1', '你好')
  store = createFakeKeyStore()
})
afterEach(async () => {
  await client?.stop()
  rmSync(folder, { recursive: true })
})

const keysNow = (): Promise<ProfileKeys> => openKeyRing(folder, store, silentLogger)
/** The program ends, and begins again with what the key store gives now. */
const restart = async (): Promise<Client> => {
  await client?.stop()
  client = await world.start({ databases: createProfile(folder, world.clock, await keysNow(), openMarked) })
  await world.pass(4000)
  return client
}
/** An older version of the program, which did not encrypt. */
const restartPlain = async (): Promise<Client> => {
  await client?.stop()
  client = await world.start()
  return client
}
const signIn = async (): Promise<void> => {
  if (!client) throw new Error('nothing runs')
  const args = { server: 'https://desk.example.com', account: 'me', password: 'right', publicComputer: false }
  expect(await outcome(client, 'account.sign-in', args)).toBe('ok')
  await world.pass(1000)
}
const writeOffline = async (text: string, draft: string): Promise<void> => {
  world.server.reachable = false
  world.server.cut()
  await world.pass(4000)
  await client?.run('message.send', { conversationId: c1, body: { kind: 'text', text }, seenSeq: null })
  await client?.run('draft.save', { conversationId: c1, text: draft })
}
const online = async (): Promise<void> => {
  world.server.reachable = true
  world.wake()
  await world.pass(4000)
}
const notices = async (): Promise<string[]> =>
  (await client?.query('account.current', {}))?.notices.map(({ code }) => code) ?? []
const waiting = async (): Promise<string[]> =>
  (await client?.query('outbox.list', {}))?.map(({ body }) => (body.kind === 'text' ? body.text : '')) ?? []
const draft = async (): Promise<string | undefined> =>
  (await client?.query('draft.get', { conversationId: c1 }))?.text
const messages = async (): Promise<number | undefined> =>
  (await client?.query('thread.messages', { conversationId: c1, limit: 10 }))?.messages.length
const keyFolders = (): string[] => readdirSync(folder).filter((name) => /^[0-9a-f]{16}$/u.test(name))

describe('the key store', () => {
  it('P9 keeps files whose key is lost, begins anew, and sends what waited in them once the key is back', async () => {
    await restart()
    await signIn()
    await writeOffline('锁住的', '锁住的草稿')
    store.loseKeys()
    world.server.reachable = true
    await restart()
    expect(await notices()).toEqual(['key-lost'])
    expect(await client?.query('account.current', {})).toMatchObject({ state: 'signed-out', account: null })
    await signIn()
    expect(await messages()).toBe(1)
    await client?.run('draft.save', { conversationId: c1, text: '新的草稿' })
    expect(keyFolders()).toHaveLength(2)
    store.findKeys()
    await restart()
    expect(await notices()).toEqual(['key-found'])
    expect(world.server.texts('c1')).toEqual(['你好', '锁住的'])
    expect(await draft()).toBe('新的草稿\n锁住的草稿')
    expect(keyFolders()).toHaveLength(1)
    await restart()
    expect(await notices()).toEqual([])
    expect(world.server.texts('c1')).toEqual(['你好', '锁住的'])
  })

  it('where there is none nothing is written, and the agent is told so', async () => {
    store.name = null
    await restart()
    await signIn()
    await client?.run('draft.save', { conversationId: c1, text: 'x' })
    expect(await notices()).toEqual(['no-key-store'])
    expect(await messages()).toBe(1)
    expect(readdirSync(folder)).toEqual([])
  })

  it('R-17-073 of another computer opens nothing of a copy, and the copy stays as it is', async () => {
    await restart()
    await signIn()
    await writeOffline('没发出的', '没写完的')
    await client?.stop()
    const copy = join(folder, 'copy')
    for (const name of readdirSync(folder)) cpSync(join(folder, name), join(copy, name), { recursive: true })
    const copied = keyFolders().map((name) => readFileSync(join(copy, name, 'own.db')))
    const keys = await openKeyRing(copy, createFakeKeyStore('another'), silentLogger)
    client = await world.start({ databases: createProfile(copy, world.clock, keys, openMarked) })
    expect(await client.query('account.current', {})).toMatchObject({ state: 'signed-out', remembered: [] })
    expect(await notices()).toEqual(['key-store-changed'])
    expect(await waiting()).toEqual([])
    expect(keyFolders().map((name) => readFileSync(join(copy, name, 'own.db')))).toEqual(copied)
    await restart()
    expect(await waiting()).toEqual(['没发出的'])
    expect(await draft()).toBe('没写完的')
  })

  it('comes back after a start without it: everything is where it was', async () => {
    await restart()
    await signIn()
    await writeOffline('等着', '草稿')
    store.name = null
    await restart()
    expect(await waiting()).toEqual([])
    store.name = 'keychain'
    await restart()
    expect([await notices(), await waiting(), await draft()]).toEqual([[], ['等着'], '草稿'])
  })
})

describe('files of a version that did not encrypt', () => {
  const prepare = async (): Promise<void> => {
    await restartPlain()
    await signIn()
    await writeOffline('没发出去', '草稿')
  }

  it('are taken over once, and erased', async () => {
    await prepare()
    await restart()
    expect(await client?.query('account.current', {})).toMatchObject({ state: 'signed-in', notices: [] })
    expect([await waiting(), await draft()]).toEqual([['没发出去'], '草稿'])
    expect(readdirSync(folder).filter((name) => !keyFolders().includes(name))).toEqual([
      'keys.copy.json',
      'keys.json',
    ])
    await online()
    expect(world.server.texts('c1')).toEqual(['你好', '没发出去'])
    await restart()
    expect(world.server.texts('c1')).toEqual(['你好', '没发出去'])
  })

  it('taken over and not yet erased when the program is killed, they are taken over again and nothing doubles', async () => {
    await prepare()
    await client?.stop()
    const databases = createProfile(folder, world.clock, await keysNow(), openMarked)
    const former = (await databases.former?.()) ?? []
    const kept = former.map((each) => ({ ...each, erase: async () => undefined }))
    client = await world.start({ databases: { ...databases, former: async () => kept } })
    expect(existsSync(join(folder, 'own.db'))).toBe(true)
    world.server.reachable = true
    await restart()
    expect(existsSync(join(folder, 'own.db'))).toBe(false)
    expect([await waiting(), await draft()]).toEqual([[], '草稿'])
    expect(world.server.texts('c1')).toEqual(['你好', '没发出去'])
  })

  it('stay as they are while there is no key store, and are taken over when there is one', async () => {
    await prepare()
    store.name = null
    await restart()
    expect([await notices(), await waiting()]).toEqual([['no-key-store'], []])
    expect(existsSync(join(folder, 'own.db'))).toBe(true)
    store.name = 'keychain'
    await restart()
    expect([await waiting(), await draft()]).toEqual([['没发出去'], '草稿'])
    expect(existsSync(join(folder, 'own.db'))).toBe(false)
  })

  it('stay while the disk is full, and are taken over when there is room', async () => {
    await prepare()
    await client?.stop()
    const databases = createFaultyDatabases(createProfile(folder, world.clock, await keysNow(), openMarked))
    databases.fullAtCommit = true
    // Tables are there already: only rows find no room.
    ;(await databases.open('own')).close()
    client = await world.start({ databases })
    expect(existsSync(join(folder, 'own.db'))).toBe(true)
    await restart()
    expect([await waiting(), await draft()]).toEqual([['没发出去'], '草稿'])
    expect(existsSync(join(folder, 'own.db'))).toBe(false)
  })

  it('of a newer program are left as they are', async () => {
    await prepare()
    await client?.stop()
    client = null
    const own = await world.databases.open('own')
    own.exec('pragma user_version = 999')
    own.close()
    const before = readFileSync(join(folder, 'own.db'))
    await restart()
    expect(await notices()).toEqual(['newer'])
    expect(readFileSync(join(folder, 'own.db')).equals(before)).toBe(true)
  })
})

describe('a key for each cache', () => {
  it('is erased with the cache when its account signs out', async () => {
    await restart()
    await signIn()
    const [key = ''] = keyFolders()
    expect(readFileSync(join(folder, key, 'cache-me.db-key'))).toHaveLength(32)
    await client?.run('account.sign-out', {})
    expect(readdirSync(join(folder, key)).filter((name) => name.startsWith('cache'))).toEqual([])
  })

  it('damaged or lost, the cache is loaded again and nothing unsent is', async () => {
    await restart()
    await signIn()
    const part = join(folder, keyFolders()[0] ?? '', 'cache-me.db-key')
    for (const damage of [() => writeFileSync(part, 'other'), () => rmSync(part)]) {
      await writeOffline('等着', '草稿')
      await client?.stop()
      client = null
      damage()
      world.server.reachable = true
      await restart()
      expect(await notices()).toEqual(['cache-moved-aside', 'cache-repaired'])
      expect(world.server.texts('c1').at(-1)).toBe('等着')
      expect(await draft()).toBe('草稿')
    }
  })
})
