/**
 * R3: the pool panel of an agent who sees everybody, while as many wait as can and fifty things a second happen among
 * them: somebody leaves at the front, somebody comes, somebody whose row is on the screen writes.
 *
 * Bytes are counted between the browser and the server, so that it does not matter which worker has the connection.
 */
import { join } from 'node:path'

import Database from 'better-sqlite3'
import type { Page } from 'playwright'

import { buildIfChanged } from '../../scripts/support/builds.ts'
import { startProductServer } from '../../tests/support/productServer.ts'
import { agentTokenOf } from '../../tests/support/seedReception.ts'
import { agentHello, customerHello } from '../lib/pairs.ts'
import { usableCores } from '../lib/process.ts'
import { openRawClient, type RawClient } from '../lib/rawClient.ts'
import { openRelay } from '../lib/relay.ts'
import { finding, type Finding } from '../lib/report.ts'
import { createSamples, sleep } from '../lib/samples.ts'
import { isFull, RUSH_EPOCH } from '../lib/seedRush.ts'
import { frameOf, writeSteadily } from './desk.ts'
import { openBrowser, openPage } from './page.ts'
import { DELETER, POOL, POOL_TICKET, poolWriters, seedPool, widgetOf, WRITER_EVERY } from './seedPool.ts'

const RATE = 50
const FRAME_MS = 32
const KILOBYTES = 50
const LONGEST_MS = 300_000
const SETTLE_MS = 3000

export const measurePoolPanel = async (seconds: number): Promise<Finding[]> => {
  usableCores()
  if (!(await buildIfChanged(['web'], console.log))) throw new Error('the workbench could not be built')
  const server = await startProductServer({
    demo: false,
    env: { FOYER_LIMIT_SCALE: '1000000' },
    prepare: seedPool,
  })
  const relay = await openRelay(server.port)
  const context = await openBrowser()
  const page = await openPage(context, `http://127.0.0.1:${relay.port}/?lang=en&ticket=${POOL_TICKET}`)
  const status = page.getByRole('contentinfo', { name: 'Status' })
  await status.getByText('Connected').waitFor({ timeout: LONGEST_MS })
  await status.getByRole('button', { name: /^Waiting/u }).click()
  await page.getByRole('grid', { name: 'Waiting customers' }).locator('[data-index="3"]').waitFor()

  const hustle = await openHustle(server.port)
  const stop = writeSteadily(RATE, hustle.next)
  await sleep(SETTLE_MS)
  const before = { bytes: relay.received(), events: poolEvents(server.folder), at: performance.now() }
  const deltas = await framesFor(page, seconds * 1000)
  const took = (performance.now() - before.at) / 1000
  const kilobytes = (relay.received() - before.bytes) / 1000 / took
  const perSecond = (poolEvents(server.folder) - before.events) / took
  stop()
  await hustle.close()
  await context.close()
  relay.close()
  await server.dispose()

  const frames = createSamples()
  for (const ms of deltas) frames.add(ms)
  const long = deltas.filter((ms) => ms > FRAME_MS).length
  const what = `pool panel, ${POOL.groups} × ${POOL.waiting.toLocaleString('en')} waiting, ${Math.round(perSecond)} changes/s`
  return [
    finding(
      'R3',
      `${what}: frame, p95 of ${frames.count} (p99 ${frames.percentile(99).toFixed(0)} ms, ${long} over ${FRAME_MS} ms)`,
      'ms',
      frames.percentile(95),
      null,
      `≤ ${FRAME_MS} ms`,
      (_ratio, ms) => ms <= FRAME_MS && perSecond > RATE * 0.9,
    ),
    finding(
      'R3',
      `${what}: received by the browser`,
      'kB/s',
      kilobytes,
      null,
      `≤ ${KILOBYTES} kB/s`,
      (_ratio, value) => value <= KILOBYTES && perSecond > RATE * 0.9,
    ),
  ]
}

const framesFor = async (page: Page, ms: number): Promise<number[]> => {
  const end = await page.evaluateHandle(() => window.probe.frames())
  await sleep(ms)
  return end.evaluate((stop) => stop())
}

/** What has been told of the pool so far, as the server's log has it. */
const poolEvents = (folder: string): number => {
  const db = new Database(join(folder, 'foyer.db'), { readonly: true })
  const row = db.prepare<[], { n: number }>(`select count(*) as n from log where event like 'pool.%'`).get()
  db.close()
  return row?.n ?? 0
}

interface Hustle {
  next(n: number): void
  close(): Promise<void>
}

const openHustle = async (port: number): Promise<Hustle> => {
  const open = async (hello: unknown): Promise<RawClient> => {
    const client = await openRawClient(port, '/ws', () => undefined)
    client.write(frameOf(hello))
    return client
  }
  const writers: RawClient[] = []
  for (const writer of poolWriters()) writers.push(await open(customerHello(writer)))
  const agent = { agentId: DELETER, agentToken: agentTokenOf(DELETER) }
  const deleter = await open(agentHello(agent, { epoch: RUSH_EPOCH, revision: 0 }))
  const comers: RawClient[] = []
  let place = 0
  const leave = (n: number): void => {
    // Of the groups in which nobody is free: whoever comes there waits.
    do place += 1
    while (!isFull(place % POOL.groups) || place % WRITER_EVERY === 0)
    deleter.write(commandOf('session.dismiss', `leave-${n}`, { sessionId: `waiting-${place}` }))
  }
  const come = async (n: number): Promise<void> => {
    // To the group that somebody has just left, as it takes no more than it had.
    const widgetId = widgetOf(place)
    const comer = await open({ ...(customerHello({ customerToken: '', widgetId }) as object), token: null })
    comers.push(comer)
    comer.write(writing(`come-${n}`, '你好，在吗？'))
    // Their pages are closed after a while: what is measured is not how many are connected.
    if (comers.length > RATE) comers.shift()?.close()
  }
  const coming = new Set<Promise<void>>()
  return {
    next: (n) => {
      if (n % 3 === 0) leave(n)
      else if (n % 3 === 1) coming.add(come(n))
      else writers[Math.floor(n / 3) % writers.length]?.write(writing(`write-${n}`, `还在吗？${n}`))
    },
    close: async () => {
      await Promise.all(coming)
      for (const client of [...writers, ...comers, deleter]) client.close()
    },
  }
}

const writing = (id: string, text: string): Buffer =>
  commandOf('customer.write', id, { id, body: { kind: 'text', text } })

const commandOf = (name: string, id: string, args: object): Buffer =>
  frameOf({ t: 'command', id, name, args })
