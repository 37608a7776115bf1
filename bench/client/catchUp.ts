/** C7: an agent who was away gets what was missed, cached and indexed, beside the bare insert of as many messages. */
import { join } from 'node:path'

import { systemClock } from '../../src/base/clock.ts'
import { createIds } from '../../src/base/ids.ts'
import { silentLogger } from '../../src/base/logger.ts'
import { createClient } from '../../src/client/index.ts'
import { createDatabases } from '../../src/main/clientHost/databases.ts'
import { temporaryFolder } from '../lib/process.ts'
import { finding, type Finding } from '../lib/report.ts'
import { median, sleep } from '../lib/samples.ts'
import { createRandom, messageText } from '../lib/text.ts'
import { openBareIndex, type BareMessage } from './bareIndex.ts'
import { CONVERSATIONS, createPlayedServer, FIRST_REVISION, missedFrames } from './playedLog.ts'

const BAR = 0.5
const FIRST_AT = Date.UTC(2026, 0, 5)

export interface CatchUpEffort {
  readonly rounds: number
  readonly messages: number
}

export const measureCatchUp = async ({ rounds, messages }: CatchUpEffort): Promise<Finding[]> => {
  const frames = missedFrames(messages, FIRST_REVISION, FIRST_AT)
  const product: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    bare.push(insertBare(messages))
    product.push(await catchUp(frames, messages))
  }
  const ratio = median(product.map((rate, round) => rate / (bare[round] ?? Number.NaN)))
  const what = `${messages.toLocaleString('en')} missed messages cached and indexed`
  const line = finding(
    'C7',
    what,
    'messages/s',
    median(product),
    median(bare),
    `≥ ${BAR} × bare insert`,
    () => ratio >= BAR,
  )
  return [{ ...line, ratio }]
}

const insertBare = (count: number): number => {
  const random = createRandom(6)
  const bodies = Array.from({ length: 20_000 }, () => messageText(random))
  const seqs = new Uint32Array(CONVERSATIONS)
  const messages = function* (): Generator<BareMessage> {
    for (let n = 0; n < count; n += 1) {
      const conversation = random.below(CONVERSATIONS)
      const seq = (seqs[conversation] ?? 0) + 1
      seqs[conversation] = seq
      yield { id: n + 1, conversation, seq, text: bodies[n % bodies.length] ?? '' }
    }
  }
  const bare = openBareIndex(join(temporaryFolder('bare'), 'bare.db'), true)
  const began = performance.now()
  bare.insert(messages(), 1000)
  const seconds = (performance.now() - began) / 1000
  bare.close()
  return count / seconds
}

const catchUp = async (frames: readonly string[], count: number): Promise<number> => {
  const server = createPlayedServer()
  const wakers = new Set<() => void>()
  const client = createClient({
    ...server.ports,
    databases: createDatabases(temporaryFolder('catch-up'), systemClock),
    clock: systemClock,
    ids: createIds(systemClock),
    log: silentLogger,
    device: { kind: 'desktop', name: 'bench', version: '0' },
    onWake: (callback) => {
      wakers.add(callback)
      return () => wakers.delete(callback)
    },
  })
  const connected = async (): Promise<void> => {
    while ((await client.query('connection.status', {})).state !== 'connected') await sleep(5)
  }
  await client.run('account.sign-in', {
    server: 'http://desk',
    account: 'me',
    password: 'x',
    publicComputer: false,
  })
  await connected()
  server.play(frames, FIRST_REVISION + count)
  const began = performance.now()
  for (const wake of wakers) wake()
  await connected()
  while ((await client.query('search.local', { text: '', limit: 1 })).indexed < 1) await sleep(5)
  const seconds = (performance.now() - began) / 1000
  await client.stop()
  return count / seconds
}
