/** S1–S5: what a real send costs, beside the bare ceiling of the same run, a round of each after the other. */
import { join } from 'node:path'

import type { CeilingOptions } from '../anchors/ceilingServer.ts'
import type { Steady } from '../lib/load.ts'
import { agentHello, openCeilingPairs, openFoyerPairs, type Pairs } from '../lib/pairs.ts'
import { startChild, temporaryFolder, type Child } from '../lib/process.ts'
import { clientFrame, openRawClient } from '../lib/rawClient.ts'
import { finding, type Finding } from '../lib/report.ts'
import { median, sleep } from '../lib/samples.ts'
import { createUndisturbed } from '../lib/undisturbed.ts'
import type { FoyerServerOptions, FoyerServerReady } from './foyerServer.ts'

const PAIRS = 100
const LIMIT_MS = 50
const STEADY_RATE = 1000
const FINDABLE_MS = 2000

interface Round {
  readonly best: number
  readonly perCpuSecond: number
  readonly steady99: number
}

export interface Effort {
  readonly rounds: number
  readonly seconds: number
}

export const measureThroughput = async ({ rounds, seconds }: Effort): Promise<Finding[]> => {
  const ceiling: Round[] = []
  const foyer: Round[] = []
  const slow: Round[] = []
  const searching: Round[] = []
  const findable: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    ceiling.push(await withCeiling(async (child, pairs) => measure(child, pairs, seconds)))
    foyer.push(
      await withFoyer({ messageSearch: false }, async (child, pairs) => measure(child, pairs, seconds)),
    )
    slow.push(
      await withFoyer({ messageSearch: false, slowDiskMs: 5 }, async (child, pairs) =>
        measure(child, pairs, seconds),
      ),
    )
    searching.push(
      await withFoyer({ messageSearch: true }, async (child, pairs) => {
        const measured = await measure(child, pairs, seconds)
        findable.push(await searchUnderLoad(child, pairs, measured.best))
        return measured
      }),
    )
  }
  const of = (list: readonly Round[], field: keyof Round): number => median(list.map((round) => round[field]))
  /** The median of the rounds' ratios, as the rounds of one run stand side by side. */
  const ratio = (field: keyof Round, a: readonly Round[], b: readonly Round[]): number =>
    median(a.map((round, index) => round[field] / (b[index]?.[field] ?? Number.NaN)))
  const beside = (
    id: string,
    what: string,
    unit: string,
    field: keyof Round,
    a: readonly Round[],
    b: readonly Round[],
    bar: string,
    holds: (ratio: number) => boolean,
  ): Finding => ({
    ...finding(id, what, unit, of(a, field), of(b, field), bar, () => holds(ratio(field, a, b))),
    ratio: ratio(field, a, b),
  })
  return [
    beside(
      'S1',
      'durable messages at p99 < 50 ms',
      'msg/s',
      'best',
      foyer,
      ceiling,
      '≥ 0.5 × ceiling',
      (r) => r >= 0.5,
    ),
    beside(
      'S2',
      'saturated, per CPU second',
      'msg',
      'perCpuSecond',
      foyer,
      ceiling,
      '≥ 0.4 × ceiling',
      (r) => r >= 0.4,
    ),
    beside('S3', 'p99 at 1,000 messages/s', 'ms', 'steady99', foyer, ceiling, '≤ 2 × ceiling', (r) => r <= 2),
    beside(
      'S4',
      'with 5 ms added to each commit',
      'msg/s',
      'best',
      slow,
      foyer,
      '≥ 0.5 × own S1',
      (r) => r >= 0.5,
    ),
    beside(
      'S5',
      'with messages searchable, p99 < 50 ms',
      'msg/s',
      'best',
      searching,
      foyer,
      '≥ 0.65 × own S1',
      (r) => r >= 0.65,
    ),
    finding(
      'S5',
      'a message is findable under that load after',
      'ms',
      median(findable),
      null,
      '≤ 2,000 ms',
      (_ratio, value) => value <= FINDABLE_MS,
    ),
  ]
}

const measure = async (
  child: Pick<Child<unknown>, 'cpuMs'>,
  { load }: Pairs,
  seconds: number,
): Promise<Round> => {
  const undisturbed = createUndisturbed(child.cpuMs)
  const calm: Steady = await undisturbed(async () => load.steady(STEADY_RATE, seconds))
  const top = await undisturbed(async () => load.saturate(seconds, 4, child.cpuMs))
  const best = await load.highestUnder(LIMIT_MS, top.rate * 1.2, seconds, undisturbed)
  return {
    best: best.rate,
    perCpuSecond: top.perCpuSecond,
    steady99: Math.max(calm.delivery99, calm.ack99),
  }
}

const withCeiling = async <T>(
  body: (child: Child<{ port: number }>, pairs: Pairs) => Promise<T>,
): Promise<T> => {
  const options: CeilingOptions = { folder: temporaryFolder('ceiling') }
  const child = await startChild<{ port: number }>(
    join(import.meta.dirname, '../anchors/ceilingServer.ts'),
    options,
  )
  const pairs = await openCeilingPairs(child.ready.port, PAIRS * 2)
  try {
    return await body(child, pairs)
  } finally {
    pairs.close()
    await child.stop()
  }
}

export const FOYER_SERVER = join(import.meta.dirname, 'foyerServer.ts')

const withFoyer = async <T>(
  options: Pick<FoyerServerOptions, 'messageSearch' | 'slowDiskMs'>,
  body: (child: Child<FoyerServerReady>, pairs: Pairs) => Promise<T>,
): Promise<T> => {
  const child = await startChild<FoyerServerReady>(FOYER_SERVER, {
    ...options,
    folder: temporaryFolder('foyer'),
    seed: { pairs: PAIRS },
  } satisfies FoyerServerOptions)
  const pairs = await openFoyerPairs(child.ready.port, child.ready.pairs)
  await sleep(1000)
  try {
    return await body(child, pairs)
  } finally {
    pairs.close()
    await child.stop()
  }
}

/** Sends a word nobody else uses while the load runs, and asks for it until it is found. */
const searchUnderLoad = async (
  child: Child<FoyerServerReady>,
  { load }: Pairs,
  rate: number,
): Promise<number> => {
  const [pair] = child.ready.pairs
  if (!pair) throw new Error('no pair')
  const running = load.steady(Math.max(1, rate * 0.9), 6)
  await sleep(3000)
  const word = `findable${Date.now()}`
  let found = (): void => undefined
  const answered = new Promise<void>((resolve) => {
    found = resolve
  })
  const client = await openRawClient(child.ready.port, '/ws', (buffer, start, end) => {
    const text = buffer.toString('utf8', start, end)
    if (text.includes('"t":"answer"') && text.includes(word)) found()
  })
  const send = (frame: unknown): void => {
    client.write(clientFrame(Buffer.from(JSON.stringify(frame))))
  }
  send(agentHello(pair))
  const body = { kind: 'text', text: word }
  const args = { conversationId: pair.conversationId, id: word, body, seenSeq: null }
  send({ t: 'command', id: word, name: 'message.send', args })
  const from = performance.now()
  let n = 0
  const asking = setInterval(() => {
    n += 1
    send({ t: 'query', n, name: 'message.search', args: { text: word, before: null, limit: 5 } })
  }, 50)
  await Promise.race([answered, sleep(10_000)])
  clearInterval(asking)
  const took = performance.now() - from
  client.close()
  await running
  return took
}
