import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { createFakeKeyStore, type FakeKeyStore } from '../../../tests/support/keyStore.ts'
import { silentLogger } from '../../base/logger.ts'
import { openKeyRing } from './keyRing.ts'
import type { ProfileKeys } from './profile.ts'

let folder = ''
let store: FakeKeyStore
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'foyer-keys-')), 'core')
  store = createFakeKeyStore()
})
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true })
})

/** Opens the ring, and the files of its key as the core does. */
const start = async (): Promise<ProfileKeys> => {
  const keys = await openKeyRing(folder, store, silentLogger)
  if (keys.current) {
    mkdirSync(join(folder, keys.current.id), { recursive: true })
    writeFileSync(join(folder, keys.current.id, 'own.db'), '')
  }
  return keys
}
const wrappedKeys = (): { id: string; backend: string; wrapped: string }[] =>
  (JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as { keys: never }).keys

it('the key is made once, given at every start, and written only as the key store wraps it', async () => {
  const first = await start()
  expect(await start()).toEqual(first)
  expect(first).toMatchObject({ former: [], notices: [] })
  expect(first.current?.secret).toHaveLength(32)
  const secret = Buffer.from(first.current?.secret ?? [])
  for (const name of ['keys.json', 'keys.copy.json']) {
    const text = readFileSync(join(folder, name), 'utf8')
    for (const encoding of ['hex', 'base64'] as const) expect(text).not.toContain(secret.toString(encoding))
  }
})

it('without a key store there is no key, and nothing is written', async () => {
  store.name = null
  expect(await start()).toEqual({ current: null, former: [], notices: ['no-key-store'] })
  expect(() => readdirSync(folder)).toThrow('ENOENT')
})

it('a store that cannot keep a key is none: a key that is not kept would lock its own files', async () => {
  store.refuses = true
  expect(await start()).toEqual({ current: null, former: [], notices: ['no-key-store'] })
})

it.each([
  ['another key store is in use', 'key-store-changed', (): void => void (store.name = 'wallet')],
  ['the key in the store was replaced', 'key-lost', (): void => void (store = createFakeKeyStore())],
  [
    'the file of the keys is gone',
    'key-lost',
    () => ['keys.json', 'keys.copy.json'].forEach((name) => rmSync(join(folder, name))),
  ],
] as const)('when %s the work goes on with a new key, and the former files stay', async (_, notice, lose) => {
  const { current } = await start()
  lose()
  const found = await start()
  expect(found.current?.id).not.toBe(current?.id)
  expect(found).toMatchObject({ former: [], notices: [notice] })
  expect((await start()).current).toEqual(found.current)
  expect(readdirSync(folder)).toContain(current?.id)
})

it('a key that comes back is given as a former one, and forgotten once its files are gone', async () => {
  const first = (await start()).current
  store.name = 'wallet'
  const second = (await start()).current
  store.name = 'keychain'
  // Which of the two can be read depends on the store: each has the other one's.
  expect(await start()).toMatchObject({ current: first, former: [], notices: ['key-store-changed'] })
  expect(wrappedKeys().map(({ id, backend }) => [id, backend])).toEqual([
    [first?.id, 'keychain'],
    [second?.id, 'wallet'],
  ])
  rmSync(join(folder, second?.id ?? ''), { recursive: true })
  expect((await start()).notices).toEqual([])
  expect(wrappedKeys().map(({ id }) => id)).toEqual([first?.id])
})

it('one damaged copy of the keys costs nothing', async () => {
  const first = await start()
  for (const [name, text] of [
    ['keys.json', '{"keys":[{"id'],
    ['keys.copy.json', ''],
    ['keys.json', '{"keys":[{"id":7}]}'],
  ] as const) {
    writeFileSync(join(folder, name), text)
    expect(await start()).toEqual(first)
  }
})

it('a key is wrapped anew when the store asks for it', async () => {
  const first = await start()
  const before = wrappedKeys()
  store.isStale = true
  store.backend = async () => 'newer'
  expect(await start()).toEqual(first)
  expect(before[0]?.backend).toBe('keychain')
  expect(wrappedKeys()[0]?.backend).toBe('newer')
})
