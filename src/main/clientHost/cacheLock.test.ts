import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createCoreWorld, outcome, type CoreWorld } from '../../../tests/support/coreWorld.ts'
import { createFakeKeyStore, openMarked, type FakeKeyStore } from '../../../tests/support/keyStore.ts'
import { silentLogger } from '../../base/logger.ts'
import type { Client } from '../../client/index.ts'
import type { CacheLockNews } from '../../preload/contract.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import { openCacheLock, type CacheLock } from './cacheLock.ts'
import { createPasswordKeyStore } from './passwordKeyStore.ts'
import { createProfile } from './profile.ts'
import { whenEmptied } from './whenEmptied.ts'

/** So that no test waits for what is slow by intention. */
const QUICK = { log2N: 10, r: 8, p: 1 }
const c1 = 'c1' as ConversationId
let folder = ''
let world: CoreWorld
let store: FakeKeyStore
let client: Client | null = null
let lock: CacheLock
let news: CacheLockNews | undefined
let unsent = 0
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-lock-'))
  world = createCoreWorld(folder)
  world.server.open('c1')
  world.server.say('c1', '你好')
  store = createFakeKeyStore(null)
  unsent = 0
})
afterEach(async () => {
  await client?.stop()
  client = null
  rmSync(folder, { recursive: true, maxRetries: 5 })
})

/** The program begins; resolves when it is known what protects the files. */
const begin = async (): Promise<CacheLockNews['protection']> => {
  await client?.stop()
  client = null
  news = undefined
  lock = openCacheLock({
    folder,
    store,
    log: silentLogger,
    memory: {
      unsent: () => unsent,
      keepUnsent: (count) => {
        unsent = count
      },
    },
    onKeys: async (keys) => {
      await client?.stop()
      client = await world.start({ databases: createProfile(folder, world.clock, keys, openMarked) })
      whenEmptied(client, lock.emptied)
      await world.pass(4000)
    },
    onChange: (next) => {
      news = next
    },
    storeOf: (password) => createPasswordKeyStore(password, QUICK),
  })
  return protection()
}
const protection = async (): Promise<CacheLockNews['protection']> => {
  await vi.waitFor(() => expect(news).toBeDefined(), 20_000)
  return news?.protection ?? 'locked'
}
const signIn = async (): Promise<void> => {
  if (!client) throw new Error('nothing runs')
  const args = { server: 'https://desk.example.com', account: 'me', password: 'right', publicComputer: false }
  expect(await outcome(client, 'account.sign-in', args)).toBe('ok')
  await world.pass(1000)
}
const writeOffline = async (text: string): Promise<void> => {
  world.server.reachable = false
  world.server.cut()
  await world.pass(4000)
  await client?.run('message.send', { conversationId: c1, body: { kind: 'text', text }, seenSeq: null })
  await client?.run('draft.save', { conversationId: c1, text: '草稿' })
  lock.unsent((await client?.query('connection.status', {}))?.outbox ?? 0)
}
const waiting = async (): Promise<string[]> =>
  (await client?.query('outbox.list', {}))?.map(({ body }) => (body.kind === 'text' ? body.text : '')) ?? []
const keyFolders = (): string[] => readdirSync(folder).filter((name) => /^[0-9a-f]{16}$/u.test(name))
const notices = async (): Promise<string[]> =>
  (await client?.query('account.current', {}))?.notices.map(({ code }) => code) ?? []

describe('R-17-058 where the system has no key store', () => {
  it('nothing is kept until the agent sets a cache password; from then on everything is, and the password is asked for at each start', async () => {
    expect(await begin()).toBe('memory')
    expect(await notices()).toEqual(['no-key-store'])
    expect(readdirSync(folder)).toEqual([])

    expect(await lock.requests['cache.protect']('ein langes Wort')).toBe(true)
    expect(news?.protection).toBe('password')
    expect(await notices()).toEqual([])
    await signIn()
    await writeOffline('等着')
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(folder, name)
      if (/keys/u.test(name)) expect(readFileSync(file, 'utf8')).not.toContain('ein langes Wort')
    }

    expect(await begin()).toBe('locked')
    expect(news?.unsent).toBe(1)
    expect(client).toBeNull()
    for (const wrong of ['ein langes wort', '', 'ein langes Wort '])
      expect(await lock.requests['cache.unlock'](wrong)).toBe(false)
    expect(news?.protection).toBe('locked')
    expect(await lock.requests['cache.unlock']('ein langes Wort')).toBe(true)
    expect(news?.protection).toBe('password')
    expect(await waiting()).toEqual(['等着'])
  })

  it('the password is changed by whoever knows it, and costs nothing that is kept', async () => {
    await begin()
    await lock.requests['cache.protect']('the first one')
    await signIn()
    await writeOffline('等着')
    const change = lock.requests['cache.change-password']
    expect(await change({ former: 'another one', next: 'the second one' })).toBe(false)
    expect(await change({ former: 'the first one', next: 'the second one' })).toBe(true)
    expect(await begin()).toBe('locked')
    expect(await lock.requests['cache.unlock']('the first one')).toBe(false)
    expect(await lock.requests['cache.unlock']('the second one')).toBe(true)
    expect(await waiting()).toEqual(['等着'])
  })

  it('forgotten, the copy is erased and the work begins anew', async () => {
    await begin()
    await lock.requests['cache.protect']('the first one')
    await signIn()
    await writeOffline('等着')
    await begin()
    await lock.requests['cache.erase']()
    expect(news).toMatchObject({ protection: 'memory', unsent: 0 })
    expect(keyFolders()).toEqual([])
    expect(await client?.query('account.current', {})).toMatchObject({ state: 'signed-out', remembered: [] })
    expect(await begin()).toBe('memory')
  })

  it('signing out erases the cache behind the password', async () => {
    await begin()
    await lock.requests['cache.protect']('the first one')
    await signIn()
    const [key = ''] = keyFolders()
    expect(existsSync(join(folder, key, 'cache-me.db-key'))).toBe(true)
    await client?.run('account.sign-out', {})
    expect(
      existsSync(join(folder, key)) &&
        readdirSync(join(folder, key)).some((name) => /^(?:cache|media)/u.test(name)),
    ).toBe(false)
  })

  it('when the last account is signed out its password goes with it, and whoever comes next is asked for none and sets their own', async () => {
    await begin()
    await lock.requests['cache.protect']('the first one')
    expect(news?.protection).toBe('password')
    await signIn()
    expect(news?.protection).toBe('password')
    await client?.run('account.sign-out', {})
    await world.pass(1000)
    await vi.waitFor(() => expect(news?.protection).toBe('memory'), 20_000)
    expect(keyFolders()).toEqual([])
    expect(await begin()).toBe('memory')
    expect(await lock.requests['cache.protect']('the second one')).toBe(true)
    await signIn()
    expect(await begin()).toBe('locked')
    expect(await lock.requests['cache.unlock']('the second one')).toBe(true)
  })

  it('one that comes back takes the key over: the password is asked for once more, and then no more', async () => {
    await begin()
    await lock.requests['cache.protect']('the first one')
    await signIn()
    await writeOffline('等着')
    store.name = 'keychain'
    expect(await begin()).toBe('locked')
    expect(await lock.requests['cache.unlock']('the first one')).toBe(true)
    expect(news?.protection).toBe('system')
    expect(await begin()).toBe('system')
    expect([await notices(), await waiting()]).toEqual([[], ['等着']])
  })

  it('files of a key store that went away stay locked beside the new copy, and what waited in both is there when it is back', async () => {
    store.name = 'keychain'
    expect(await begin()).toBe('system')
    await signIn()
    await writeOffline('旧的')
    store.name = null
    world.server.reachable = true
    expect(await begin()).toBe('memory')
    await lock.requests['cache.protect']('the first one')
    expect(await notices()).toEqual(['key-store-changed'])
    await signIn()
    await writeOffline('新的')
    store.name = 'keychain'
    await begin()
    await lock.requests['cache.unlock']('the first one')
    expect(await notices()).toEqual(['key-found'])
    expect(await waiting()).toEqual(['新的', '旧的'])
    expect(keyFolders()).toHaveLength(1)
  })

  it('only in its own state can each thing be asked', async () => {
    store.name = 'keychain'
    await begin()
    expect(await lock.requests['cache.protect']('the first one')).toBe(false)
    expect(await lock.requests['cache.unlock']('the first one')).toBe(false)
    expect(await lock.requests['cache.change-password']({ former: '', next: 'the first one' })).toBe(false)
    await lock.requests['cache.erase']()
    expect(keyFolders()).toHaveLength(1)
  })

  it('where nothing can be written no password is taken', async () => {
    await begin()
    rmSync(folder, { recursive: true, maxRetries: 5 })
    writeFileSync(folder, 'no folder')
    expect(await lock.requests['cache.protect']('the first one')).toBe(false)
    expect(news?.protection).toBe('memory')
  })
})

describe('a key wrapped by a password', () => {
  const secret = Buffer.from('0123456789abcdef0123456789abcdef')

  it('opens with it alone, whichever keyboard it was typed on, and never twice looks the same', async () => {
    const [one, two] = [
      await createPasswordKeyStore('Schlüssel').wrap(secret),
      await createPasswordKeyStore('Schlüssel', QUICK).wrap(secret),
    ]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false)
    expect((await createPasswordKeyStore('Schlu\u0308ssel').unwrap(one)).secret).toEqual(secret)
    await expect(createPasswordKeyStore('Schlussel', QUICK).unwrap(one)).rejects.toBeInstanceOf(Error)
  })

  it('altered, or written at a cost that would take all memory, opens with nothing', async () => {
    const store = createPasswordKeyStore('the first one', QUICK)
    const wrapped = Buffer.from(await store.wrap(secret))
    for (const at of [0, 16, 17, 18, 20, 36, 50, 70, wrapped.length - 1]) {
      const altered = Buffer.from(wrapped)
      altered[at] = at === 16 ? 40 : (altered[at] ?? 0) ^ 255
      await expect(store.unwrap(altered)).rejects.toBeInstanceOf(Error)
    }
    await expect(store.unwrap(wrapped.subarray(0, 30))).rejects.toBeInstanceOf(Error)
  })
})
