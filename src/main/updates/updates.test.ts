import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { createTestClock, TEST_START } from '../../../tests/support/clock.ts'
import { listen } from '../../../tests/support/httpServer.ts'
import type { UpdateState } from '../../preload/contract.ts'
import { createFeed } from './feed.ts'
import { createInstaller } from './installer.ts'
import { PRODUCT, type Manifest } from './manifest.ts'
import { updateSource } from './source.ts'
import { createUpdates, type Updates } from './updates.ts'

const CONTENT = Buffer.from('the new program, '.repeat(1_000))
const NOTES = { 'zh-CN': '更快', en: 'Faster' }
const publisher = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')

const GOOD: Manifest = {
  product: PRODUCT,
  version: '1.2.0',
  expiresAt: TEST_START + 24 * 3_600_000,
  share: 100,
  notes: NOTES,
  files: [
    {
      platform: 'linux',
      arch: 'x64',
      name: 'Foyer-1.2.0.AppImage',
      size: CONTENT.length,
      sha512: createHash('sha512').update(CONTENT).digest('hex'),
    },
  ],
}
const [FILE] = GOOD.files

const envelope = (signed: string, key: KeyObject = publisher.privateKey): string =>
  JSON.stringify({ signed, signature: sign(null, Buffer.from(signed), key).toString('base64') })
const signed = (changes: Partial<Record<keyof Manifest, unknown>>): string =>
  envelope(JSON.stringify({ ...GOOD, ...changes }))
/** As it was signed, and changed on the way. */
const changedAfterwards = (from: string, to: string): string => {
  const text = signed({})
  if (!text.includes(from)) throw new Error('there is nothing to change')
  return text.replace(from, to)
}

let folder = ''
let server: Awaited<ReturnType<typeof listen>>
/** What the place of downloads answers, by name. */
let answers: Record<string, string | Buffer> = {}
let asked: string[] = []
let notes: string[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-updates-'))
  answers = { 'foyer-update.json': signed({}), 'Foyer-1.2.0.AppImage': CONTENT }
  asked = []
  notes = []
  const requests = createServer((request, response) => {
    const name = (request.url ?? '').replace('/feed/', '')
    asked.push(name)
    const answer = answers[name]
    response.statusCode = answer === undefined ? 404 : 200
    response.end(answer)
  })
  server = await listen(requests)
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Program {
  readonly updates: Updates
  readonly states: UpdateState[]
  readonly relaunched: string[]
  readonly appImage: string
  readonly clock: ReturnType<typeof createTestClock>
}

const program = ({ version = '1.1.9', turn = 50, isInstalled = false } = {}): Program => {
  const clock = createTestClock()
  const states: UpdateState[] = []
  const relaunched: string[] = []
  const appImage = join(folder, 'Foyer.AppImage')
  writeFileSync(appImage, 'the old program')
  const updates = createUpdates({
    version,
    platform: 'linux',
    arch: 'x64',
    key: publisher.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    feed: createFeed(`${server.url}/feed`, join(folder, 'updates'), fetch),
    installer: createInstaller({
      platform: 'linux',
      appImage: isInstalled ? undefined : appImage,
      relaunch: (path) => relaunched.push(path),
    }),
    turn,
    clock,
    onNews: ({ state }) => states.push(state),
    note: (_event, reason) => notes.push(reason),
  })
  return { updates, states, relaunched, appImage, clock }
}

it('a new version by the publisher is got in the background and takes the place of the old one when the program ends', async () => {
  const { updates, states, relaunched, appImage } = program()
  await updates.check()
  expect(states[0]).toEqual({ kind: 'checking' })
  expect(states.at(-1)).toEqual({ kind: 'ready', newest: '1.2.0', notes: NOTES })
  expect(readFileSync(appImage, 'utf8')).toBe('the old program')
  updates.install(true)
  expect(readFileSync(appImage)).toEqual(CONTENT)
  expect(relaunched).toEqual([appImage])
  expect(notes).toEqual([])
})

const TAMPERED: readonly (readonly [string, () => Record<string, string | Buffer>])[] = [
  ['another version', () => ({ 'foyer-update.json': changedAfterwards('1.2.0', '1.3.0') })],
  ['another hash', () => ({ 'foyer-update.json': changedAfterwards(FILE?.sha512 ?? '', '0'.repeat(128)) })],
  ['other notes', () => ({ 'foyer-update.json': changedAfterwards('Faster', 'Safer!') })],
  ['a longer life', () => ({ 'foyer-update.json': changedAfterwards('expiresAt\\":1', 'expiresAt\\":9') })],
  [
    'the key of a stranger',
    () => ({ 'foyer-update.json': envelope(JSON.stringify(GOOD), stranger.privateKey) }),
  ],
  [
    'no signature',
    () => ({ 'foyer-update.json': JSON.stringify({ signed: JSON.stringify(GOOD), signature: '' }) }),
  ],
  ['a manifest without its envelope', () => ({ 'foyer-update.json': JSON.stringify(GOOD) })],
  ['an expired manifest', () => ({ 'foyer-update.json': signed({ expiresAt: TEST_START }) })],
  ['an older version', () => ({ 'foyer-update.json': signed({ version: '1.1.8' }) })],
  [
    'another program of the same publisher',
    () => ({ 'foyer-update.json': signed({ product: 'app.other' }) }),
  ],
  [
    'a path in place of a name',
    () => ({ 'foyer-update.json': signed({ files: [{ ...FILE, name: '../../Foyer.AppImage' }] }) }),
  ],
  ['a manifest without an end', () => ({ 'foyer-update.json': signed({}).padEnd(1024 * 1024) })],
  ['another file', () => ({ 'Foyer-1.2.0.AppImage': Buffer.from(CONTENT).fill('x', 3, 4) })],
  ['a file that breaks off', () => ({ 'Foyer-1.2.0.AppImage': CONTENT.subarray(1) })],
  ['a file without an end', () => ({ 'Foyer-1.2.0.AppImage': Buffer.concat([CONTENT, CONTENT]) })],
]

it.each(TAMPERED)('%s is refused, and nothing is kept or installed', async (_what, tamper) => {
  Object.assign(answers, tamper())
  const { updates, states, appImage } = program()
  await updates.check()
  expect(states.at(-1)).toMatchObject({ kind: 'failed' })
  expect(notes).toHaveLength(1)
  updates.install(true)
  expect(updates.isReady()).toBe(false)
  expect(readFileSync(appImage, 'utf8')).toBe('the old program')
  const kept = join(folder, 'updates')
  expect(existsSync(kept) ? readdirSync(kept) : []).toEqual([])
})

it('a file that was changed after it came is not installed', async () => {
  const { updates, appImage } = program()
  await updates.check()
  writeFileSync(join(folder, 'updates/Foyer-1.2.0.AppImage'), Buffer.from(CONTENT).fill('x', 3, 4))
  updates.install(false)
  expect(readFileSync(appImage, 'utf8')).toBe('the old program')
  expect(notes).toEqual(['Error: the file was changed after it came'])
})

it('of a staged version only those who ask hear before it is their turn', async () => {
  answers['foyer-update.json'] = signed({ share: 20 })
  const offered = program({ turn: 19 })
  offered.updates.start()
  offered.clock.advance(60_000)
  await expect.poll(() => offered.states.at(-1)?.kind).toBe('ready')
  const { updates, states, clock } = program({ turn: 20 })
  updates.start()
  clock.advance(60_000)
  await expect.poll(() => states.at(-1)).toEqual({ kind: 'current' })
  await updates.check()
  expect(states.at(-1)).toMatchObject({ kind: 'ready' })
})

it('where something else installs programs, or nothing newer is there, nothing is got', async () => {
  const elsewhere = program({ isInstalled: true })
  await elsewhere.updates.check()
  expect(elsewhere.states.at(-1)).toEqual({ kind: 'elsewhere', newest: '1.2.0', notes: NOTES })
  const current = program({ version: '1.2.0' })
  await current.updates.check()
  expect(current.states.at(-1)).toEqual({ kind: 'current' })
  expect(asked).toEqual(['foyer-update.json', 'foyer-update.json'])
})

it('an installed program does not let the environment say where new versions come from', () => {
  const env = { FOYER_UPDATE_FEED: 'http://127.0.0.1:1', FOYER_UPDATE_KEY: 'a2V5' }
  expect(updateSource(true, env)).toBeNull()
  expect(updateSource(false, env)).toEqual({ feed: 'http://127.0.0.1:1', key: 'a2V5' })
})
