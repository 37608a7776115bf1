/** P9: a key store that is lost, exchanged or refuses costs no file and nothing unsent. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { systemClock } from '../../../src/base/clock.ts'
import { silentLogger } from '../../../src/base/logger.ts'
import type { Client } from '../../../src/client/index.ts'
import { openKeyRing } from '../../../src/main/clientHost/keyRing.ts'
import { createProfile } from '../../../src/main/clientHost/profile.ts'
import { createRandom } from '../../../src/server/demo/random.ts'
import { createFaultyProxy } from '../../support/faultyProxy.ts'
import { createFakeKeyStore, openMarked, type FakeKeyStore } from '../../support/keyStore.ts'
import { signInOffline, startCore } from '../lib/core.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { createFolders } from '../lib/folders.ts'
import { startReception, storedMessages } from '../lib/reception.ts'
import { until } from '../lib/wait.ts'

export interface P9Size {
  readonly rounds: number
}

const STORES = ['keychain', 'wallet', 'secret service'] as const
const ID = /^[0-9a-f]{16}$/u
const TROUBLES = ['none', 'no store', 'refuses', 'another store', 'keys lost', 'keys back'] as const

export const runP9 = async (seed: number, { rounds }: P9Size): Promise<Finding> => {
  const random = createRandom(seed)
  const folders = createFolders()
  const world = await startReception({ pairs: 1 })
  const [pair] = world.pairs
  if (!pair) throw new Error('nobody is there')
  const { conversationId } = pair
  const proxy = await createFaultyProxy(world.server.port, Math.random)
  const account = world.account(pair, `http://127.0.0.1:${proxy.port}`)
  const folder = folders.fresh('keys')
  const store = createFakeKeyStore()
  const problems: string[] = []
  const kept: string[] = []
  const counts = { lost: 0, doubled: 0, untold: 0, erased: 0, locked: 0, found: 0 }

  /** One life of the program: opens its files, and writes without network where something can be kept. */
  const live = async (trouble: string): Promise<void> => {
    const keys = await openKeyRing(folder, store, silentLogger)
    const readable = [keys.current, ...keys.former].map((key) => key?.id)
    const locked = readdirSync(folder).filter((name) => ID.test(name) && !readable.includes(name))
    const databases = createProfile(folder, systemClock, keys, openMarked)
    if (keys.current && !existsSync(join(folder, keys.current.id))) await signInOffline(databases, account)
    const core = startCore(folder, { databases })
    try {
      const notices = await opened(core)
      if (keys.notices.some((notice) => !notices.includes(notice))) counts.untold += 1
      if (keys.notices.some((notice) => notice !== 'no-key-store')) counts.locked += 1
      if (notices.includes('key-found')) counts.found += 1
      if (!keys.current) return
      const text = `unsent ${kept.length}`
      const body = { kind: 'text' as const, text }
      const sent = await core.run('message.send', { conversationId, body, seenSeq: null })
      if (sent.ok) kept.push(text)
      else problems.push(`${trouble}: a message was refused: ${sent.code}`)
    } finally {
      await core.stop()
      counts.erased += locked.filter((id) => !existsSync(join(folder, id))).length
    }
  }
  /** Sends what waits in the files that this store opens. */
  const drain = async (name: (typeof STORES)[number]): Promise<void> => {
    store.name = name
    const keys = await openKeyRing(folder, store, silentLogger)
    const core = startCore(folder, { databases: createProfile(folder, systemClock, keys, openMarked) })
    await opened(core)
    await until('nothing waits', async () => (await core.query('outbox.list', {})).length === 0)
    await core.stop()
  }

  try {
    proxy.faults.down = true
    for (let round = 0; round < rounds; round += 1) {
      const trouble = round === 0 ? 'none' : (TROUBLES[random.int(0, TROUBLES.length - 1)] ?? 'none')
      makeTrouble(trouble, store, STORES[random.int(0, STORES.length - 1)] ?? 'keychain')
      await live(trouble)
    }
    makeTrouble('keys back', store, 'keychain')
    proxy.faults.down = false
    for (const name of STORES) await drain(name)
    const texts = storedMessages(world.server.folder).map(({ text }) => text)
    for (const text of kept) {
      const times = texts.filter((each) => each === text).length
      if (times === 0) counts.lost += 1
      if (times > 1) counts.doubled += 1
      if (times !== 1) problems.push(`${text} arrived ${times} times`)
    }
  } finally {
    await proxy.close()
    await world.server.dispose()
    folders.remove()
  }
  const { lost, doubled, untold, erased, locked, found } = counts
  return {
    id: 'P9',
    promise: 'a key store that is lost or exchanged costs nothing unsent',
    figure:
      `${lost} of ${kept.length} unsent lost, ${doubled} doubled, ${erased} locked files erased, ${untold} without a word, in ` +
      `${rounds} starts (${locked} with locked files, ${found} times taken over when the key was back); ${bound(rounds)}`,
    holds: lost + doubled + erased + untold === 0 && problems.length === 0 && kept.length > 0,
    seed,
    figures: { rounds, kept: kept.length, ...counts },
    problems: problems.slice(0, LONGEST_LIST),
  }
}

const makeTrouble = (
  trouble: (typeof TROUBLES)[number],
  store: FakeKeyStore,
  other: (typeof STORES)[number],
): void => {
  store.refuses = trouble === 'refuses'
  if (trouble === 'no store') store.name = null
  else if (trouble === 'another store' || store.name === null) store.name = other
  if (trouble === 'keys lost') store.loseKeys()
  if (trouble === 'keys back') store.findKeys()
}

const opened = async (core: Client): Promise<string[]> => {
  await until(
    'the files are open',
    async () => (await core.query('account.current', {})).state !== 'starting',
  )
  return (await core.query('account.current', {})).notices.map(({ code }) => code)
}
