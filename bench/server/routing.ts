/**
 * R1: what an arriving customer waits for the decision who receives them, while thousands wait and a thousand agents are
 * connected; beside it the same with ten times fewer. R2: a hundred agents who reach for the same customer.
 *
 * The time is that between the customer's first message and its answer as the line sees it: a little more than the server
 * needs, as the message is on the disk by then. The bar is far below what R-02-008 allows.
 */
import { join } from 'node:path'

import Database from 'better-sqlite3'

import { systemClock } from '../../src/base/clock.ts'
import { silentLogger } from '../../src/base/logger.ts'
import { openDatabase } from '../../src/server/db/open.ts'
import { agentHello, customerHello } from '../lib/pairs.ts'
import { startChild, temporaryFolder } from '../lib/process.ts'
import { clientFrame, openRawClient, type RawClient } from '../lib/rawClient.ts'
import { finding, type Finding } from '../lib/report.ts'
import { createSamples, sleep, type Samples } from '../lib/samples.ts'
import { markIndexed, RUSH_EPOCH, seedRush, type Rush, type SeededRush } from '../lib/seedRush.ts'
import type { FoyerServerOptions, FoyerServerReady } from './foyerServer.ts'
import { FOYER_SERVER, type Effort } from './throughput.ts'

/** 50 fewer than the pool takes, so that nobody who comes is turned away. */
const FULL: Rush = { agents: 1000, groups: 50, waiting: 1950 }
const TENTH: Rush = { agents: 100, groups: 5, waiting: 195 }
const RACE: Rush = { agents: 100, groups: 1, waiting: 100 }
const RATE = 100
const DECISION_BAR_MS = 10
const GROWTH_BAR = 1.5
const RACE_BAR_MS = 100
const RACES_EACH_ROUND = 20

export const measureRouting = async ({ rounds, seconds }: Effort): Promise<Finding[]> => {
  const arrivals = RATE * seconds * rounds
  const tenth = await arrive(TENTH, arrivals)
  const full = await arrive(FULL, arrivals)
  const size = `${FULL.agents} agents in ${FULL.groups} groups, ${FULL.waiting} waiting for each`
  return [
    finding(
      'R1',
      `decision at ${RATE} arrivals/s with ${size}, p95; ${full.assigned} assigned, ${full.queued} queued`,
      'ms',
      full.p95,
      null,
      `≤ ${DECISION_BAR_MS} ms`,
      (_ratio, value) => value <= DECISION_BAR_MS,
    ),
    finding(
      'R1',
      'the same beside ten times fewer',
      'ms',
      full.p95,
      tenth.p95,
      `≤ ${GROWTH_BAR} ×`,
      (ratio) => ratio <= GROWTH_BAR,
    ),
  ]
}

export const measureRace = async ({ rounds }: Effort): Promise<Finding[]> => {
  const samples = createSamples()
  let wrong = 0
  await inRush(RACE, async ({ desks, seeded }) => {
    for (const sessionId of seeded.waitingIds.slice(0, RACES_EACH_ROUND * rounds)) {
      const answers = await Promise.all(
        desks.map(async (desk) => desk.ask('session.accept', { sessionId }, samples)),
      )
      const won = answers.filter((answer) => answer === 'done').length
      const lost = answers.filter((answer) => answer === 'already-taken').length
      if (won !== 1 || lost !== desks.length - 1) wrong += 1
      await sleep(50)
    }
  })
  return [
    finding(
      'R2',
      `${RACE.agents} agents accept one customer, answers at p99; ${wrong} races without exactly one winner`,
      'ms',
      samples.percentile(99),
      null,
      `one winner, ≤ ${RACE_BAR_MS} ms`,
      (_ratio, value) => wrong === 0 && value <= RACE_BAR_MS,
    ),
  ]
}

interface Arrivals {
  readonly p95: number
  readonly assigned: number
  readonly queued: number
}

const arrive = async (rush: Rush, count: number): Promise<Arrivals> => {
  const samples = createSamples()
  const folder = await inRush(rush, async ({ port, seeded }) => {
    const warmUp = createSamples()
    for (const [number, into] of [
      [RATE, warmUp],
      [count, samples],
    ] as const) {
      const customers: Line[] = []
      for (let index = 0; index < number; index += 1) {
        const widgetId = seeded.widgetIds[index % seeded.widgetIds.length] ?? ''
        customers.push(await openLine(port, { ...customer(widgetId), token: null }))
      }
      const from = performance.now()
      const answers = customers.map(async (line, index) => {
        await sleep(Math.max(0, from + (index * 1000) / RATE - performance.now()))
        const answer = await line.ask(
          'customer.write',
          { body: { kind: 'text', text: '你好，在吗？' } },
          into,
        )
        if (answer !== 'done') throw new Error(`a customer was refused: ${answer}`)
      })
      await Promise.all(answers)
      for (const line of customers) line.close()
    }
  })
  const db = new Database(join(folder, 'foyer.db'), { readonly: true })
  const countOf = (state: string): number =>
    db
      .prepare<[string], { n: number }>(
        `select count(*) as n from sessions where state = ? and id not like 'waiting-%'`,
      )
      .get(state)?.n ?? 0
  const outcome = { assigned: countOf('assigned'), queued: countOf('pending') }
  db.close()
  return { p95: samples.percentile(95), ...outcome }
}

const customer = (widgetId: string): object => customerHello({ customerToken: '', widgetId }) as object

interface InRush {
  readonly port: number
  readonly seeded: SeededRush
  /** All agents, connected. */
  readonly desks: readonly Line[]
}

/** Answers the folder of the server that was measured, which has stopped. */
const inRush = async (rush: Rush, body: (rush: InRush) => Promise<void>): Promise<string> => {
  const folder = temporaryFolder('rush')
  const db = await openDatabase({ file: join(folder, 'foyer.db') }, { clock: systemClock, log: silentLogger })
  const at = Date.now()
  const seeded = await seedRush(db, rush, at)
  await db.close()
  await markIndexed(join(folder, 'search.db'), at)
  const child = await startChild<FoyerServerReady>(FOYER_SERVER, { folder } satisfies FoyerServerOptions)
  const { port } = child.ready
  const desks: Line[] = []
  // They have been here before: reading the pool is another measurement.
  const resume = { epoch: RUSH_EPOCH, revision: 0 }
  for (const agent of seeded.agents) desks.push(await openLine(port, agentHello(agent, resume)))
  await sleep(2000)
  await body({ port, seeded, desks })
  for (const desk of desks) desk.close()
  await child.stop()
  return folder
}

/** A connection that asks one thing at a time. */
interface Line {
  /** `done`, or the code of the refusal. */
  ask(name: string, args: object, samples: Samples): Promise<string>
  close(): void
}

const DONE = Buffer.from('{"t":"done"')
const REFUSED = Buffer.from('{"t":"refused"')
let lastId = 0

const openLine = async (port: number, hello: unknown): Promise<Line> => {
  let greeted = (): void => undefined
  const welcome = new Promise<void>((resolve) => {
    greeted = resolve
  })
  let answered: ((text: string) => void) | undefined
  const client: RawClient = await openRawClient(port, '/ws', (buffer, start, end) => {
    greeted()
    const isAnswer = [DONE, REFUSED].some(
      (head) => buffer.compare(head, 0, head.length, start, start + head.length) === 0,
    )
    if (isAnswer) answered?.(buffer.toString('utf8', start, end))
  })
  client.write(clientFrame(Buffer.from(JSON.stringify(hello))))
  await welcome
  return {
    ask: async (name, args, samples) => {
      lastId += 1
      const id = `rush-${lastId}`
      const text = JSON.stringify({
        t: 'command',
        id,
        name,
        args: name === 'customer.write' ? { id, ...args } : args,
      })
      const answer = new Promise<string>((resolve) => {
        answered = resolve
      })
      const from = performance.now()
      client.write(clientFrame(Buffer.from(text)))
      const frame = JSON.parse(await answer) as { t: string; code?: string }
      samples.add(performance.now() - from)
      return frame.code ?? frame.t
    },
    close: () => {
      client.close()
    },
  }
}
