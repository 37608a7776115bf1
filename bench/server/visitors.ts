/**
 * V1: visitors on pages whose chat is closed, each with a sign of life that the server holds back.
 *
 * The dear case is measured: agents may invite by hand, so that every page has a request that waits for an answer.
 */
import { Agent, request } from 'node:http'
import { join } from 'node:path'

import { systemClock } from '../../src/base/clock.ts'
import { silentLogger } from '../../src/base/logger.ts'
import { INVITATION_DEFAULTS, type OrganizationId } from '../../src/protocol/model/index.ts'
import { VISIT_HOLD_MS, type VisitAnswer } from '../../src/protocol/wire/index.ts'
import { saveInvitationSettings } from '../../src/server/db/invitations.ts'
import { openDatabase } from '../../src/server/db/open.ts'
import { startChild, temporaryFolder } from '../lib/process.ts'
import { finding, type Finding } from '../lib/report.ts'
import { sleep } from '../lib/samples.ts'
import type { FoyerServerOptions, FoyerServerReady } from './foyerServer.ts'
import { FOYER_SERVER } from './throughput.ts'

const VISITORS = 10_000
const CPU_BAR = 10
const MEMORY_BAR_KIB = 30
/** Pages are not opened in one moment. */
const ARRIVE_MS = 20_000
const MEASURE_MS = VISIT_HOLD_MS
/** As the bench's seed names it. */
const ORGANIZATION = 'bench' as OrganizationId

export const measureVisitors = async (): Promise<Finding[]> => {
  const folder = temporaryFolder('visitors')
  const seeding = await startChild<FoyerServerReady>(FOYER_SERVER, {
    folder,
    seed: { pairs: 1 },
  } satisfies FoyerServerOptions)
  const widget = seeding.ready.pairs[0]?.widgetId ?? ''
  await seeding.stop()
  await inviteByHand(folder)
  const child = await startChild<FoyerServerReady>(FOYER_SERVER, { folder } satisfies FoyerServerOptions)
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
  let stopped = false
  const beat = async (fields: Record<string, string>): Promise<VisitAnswer> =>
    post(agent, child.ready.port, { widget, ...fields })
  const visitor = async (index: number): Promise<void> => {
    await sleep((index * ARRIVE_MS) / VISITORS)
    const key = String(index).padStart(32, '0')
    const url = `https://shop.example/page/${index % 50}`
    await beat({ key, url, title: 'A page of the shop', referrer: '', visit: '1' })
    while (!stopped) await beat({ key })
  }
  // Once before: what the first request costs by itself is not a visitor's.
  await beat({ key: 'f'.repeat(32) })
  const before = await child.rssBytes()
  const all = Promise.allSettled(Array.from({ length: VISITORS }, async (_, index) => visitor(index)))
  await sleep(ARRIVE_MS + VISIT_HOLD_MS)
  const cpu = await child.cpuMs()
  const from = performance.now()
  await sleep(MEASURE_MS)
  const share = (((await child.cpuMs()) - cpu) / (performance.now() - from)) * 100
  const kib = ((await child.rssBytes()) - before) / 1024 / VISITORS
  stopped = true
  await child.stop()
  agent.destroy()
  await all
  return [
    atMost(`${VISITORS} visitors with the chat closed, processor`, '% of a core', share, CPU_BAR),
    atMost('each of them, memory', 'KiB', kib, MEMORY_BAR_KIB),
  ]
}

const atMost = (what: string, unit: string, value: number, limit: number): Finding =>
  finding('V1', what, unit, value, null, `≤ ${limit} ${unit}`, () => value <= limit)

const inviteByHand = async (folder: string): Promise<void> => {
  const db = await openDatabase({ file: join(folder, 'foyer.db') }, { clock: systemClock, log: silentLogger })
  const settings = { ...INVITATION_DEFAULTS, visitorList: true, manual: true, version: 1 }
  await db.transaction(async (tx) => saveInvitationSettings(tx, ORGANIZATION, settings))
  await db.close()
}

/** As a browser sends it: a text, over a connection that stays. */
const post = async (agent: Agent, port: number, fields: Record<string, string>): Promise<VisitAnswer> =>
  new Promise((resolve, reject) => {
    const text = String(new URLSearchParams(fields))
    const headers = {
      'content-type': 'text/plain;charset=UTF-8',
      'content-length': Buffer.byteLength(text),
      origin: 'https://shop.example',
      'user-agent':
        'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150 Safari/537.36',
      accept: '*/*',
      'accept-encoding': 'gzip, deflate, br, zstd',
      'accept-language': 'zh-CN,zh;q=0.9',
    }
    const asked = request(
      { agent, host: '127.0.0.1', port, path: '/api/visit', method: 'POST', headers },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          if (response.statusCode === 200)
            resolve(JSON.parse(Buffer.concat(chunks).toString()) as VisitAnswer)
          else reject(new Error(`visit refused: ${response.statusCode}`))
        })
      },
    )
    asked.on('error', reject)
    asked.end(text)
  })
