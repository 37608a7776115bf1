/** Looks for words of the agent's work in every byte of the profile's folder. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { createCoreWorld, type CoreWorld } from '../../../tests/support/coreWorld.ts'
import { createFakeKeyStore, openMarked } from '../../../tests/support/keyStore.ts'
import { silentLogger } from '../../base/logger.ts'
import type { Client } from '../../client/index.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import { openKeyRing } from './keyRing.ts'
import { createProfile } from './profile.ts'
import { openSqlite } from './sqliteDriver.ts'

const c1 = 'c1' as ConversationId
const CANARY = 'canary'
let folder = ''
let world: CoreWorld
let client: Client | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-canary-'))
  world = createCoreWorld(folder)
})
afterEach(async () => {
  await client?.stop()
  rmSync(folder, { recursive: true })
})

const start = async (open: typeof openSqlite): Promise<Client> => {
  const keys = await openKeyRing(folder, createFakeKeyStore(), silentLogger)
  client = await world.start({ databases: createProfile(folder, world.clock, keys, open) })
  return client
}

/** Messages that came, were sent and wait, names, drafts, searched words, an account and its token. */
const work = async (core: Client): Promise<void> => {
  world.server.open('c1')
  const thread = world.server.threads.get('c1')
  if (thread) thread.customer = { ...thread.customer, name: `name-${CANARY}` }
  for (let n = 0; n < 50; n += 1) world.server.say('c1', `came-${CANARY}-${n} 退款`)
  await core.run('account.sign-in', {
    server: `https://${CANARY}.example.com`,
    account: 'me',
    password: 'right',
    publicComputer: false,
  })
  await world.pass(1000)
  const send = (text: string) =>
    core.run('message.send', { conversationId: c1, body: { kind: 'text', text }, seenSeq: null })
  await send(`sent-${CANARY}`)
  await world.pass(1000)
  await core.query('search.local', { text: CANARY, limit: 10 })
  world.server.reachable = false
  world.server.cut()
  await world.pass(4000)
  await send(`waits-${CANARY}`)
  await core.run('draft.save', { conversationId: c1, text: `draft-${CANARY}` })
}

/** What of it stands in plain letters in which file. */
const found = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name), 'latin1')
      return [...bytes.matchAll(/(?:[\w-]+-canary|token-me)/gu)].map(([word]) => `${entry.name}: ${word}`)
    })

it('T18 signed out, no file of the profile holds a word of the work, running or ended', async () => {
  const core = await start(openMarked)
  await work(core)
  expect(found().length).toBeGreaterThan(0)
  await core.run('account.sign-out', {})
  expect(found()).toEqual([])
  await core.stop()
  client = undefined
  expect(found()).toEqual([])
})

it('T18 signed in, no file of the profile holds a word of it in plain letters', async () => {
  const core = await start(openSqlite)
  await work(core)
  expect(found()).toEqual([])
  await core.stop()
  client = undefined
  expect(found()).toEqual([])
})
