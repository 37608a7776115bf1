/** P20: clients that stop reading hurt only themselves. */
import { LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { startFlood } from '../lib/flood.ts'
import { startReception, storedMessages } from '../lib/reception.ts'
import { until } from '../lib/wait.ts'
import { createFollower } from './follower.ts'
import { startTraffic } from './traffic.ts'

export interface P20Size {
  readonly slow: number
  readonly readers: number
  readonly mostBytesEach: number
}

const TEXT = '长'.repeat(4_900)
const IN_FLIGHT = 16
const CALM_MESSAGES = 150
const AT_ONCE = 10
const PATIENCE_MS = 120_000

export const runP20 = async (seed: number, size: P20Size): Promise<Finding> => {
  const world = await startReception({ pairs: 1 + size.slow + size.readers, hotThread: true })
  const { server, pairs } = world
  const problems: string[] = []
  const check = (what: string, isSo: boolean): void => {
    if (!isSo) problems.push(what)
  }
  try {
    const [hot] = pairs
    if (!hot) throw new Error('nobody is there')
    const { conversationId } = hot
    const slow = pairs
      .slice(1, 1 + size.slow)
      .map((pair) => createFollower({ account: world.account(pair), conversationId }))
    for (const follower of slow) await follower.connect()
    const traffic = await startTraffic(world, pairs.slice(1 + size.slow))
    let peak = 0
    const watch = async (): Promise<number> => {
      const { slowConsumers, rssBytes } = await figures(server.url)
      peak = Math.max(peak, rssBytes)
      return slowConsumers
    }
    const flooded = async (what: string, isOver: (written: number) => Promise<boolean>): Promise<void> => {
      const flood = await startFlood(server.url, [hot], (number) => `${number} ${TEXT}`, {
        inFlight: IN_FLIGHT,
      })
      await until(what, async () => isOver(flood.written()), PATIENCE_MS).catch(() => undefined)
      await flood.stop()
    }
    // The same flood while everybody reads, so that only what waits for the slow ones is counted afterwards.
    traffic.cut()
    await flooded(
      'the others have it too',
      async (written) => (await watch()) >= 0 && written >= CALM_MESSAGES,
    )
    const calm = traffic.cut()
    const calmPeak = peak

    for (const follower of slow) follower.stopReading()
    await flooded('all of them are cut', async () => (await watch()) >= size.slow)
    const cut = await watch()
    const { sent, missing } = await traffic.stop()
    const busy = traffic.cut()
    // Those who were not cut have been counted; they are not waited for.
    if (cut >= size.slow) await Promise.all(slow.map((follower) => follower.readOn()))
    else for (const follower of slow) follower.close()

    const last = storedMessages(server.folder).filter(
      (message) => message.conversationId === conversationId,
    ).length
    let back = 0
    for (let from = 0; from < slow.length; from += AT_ONCE) {
      await Promise.all(
        slow.slice(from, from + AT_ONCE).map(async (follower) => {
          await follower.connect()
          if (isWhole(follower.seqs, last)) back += 1
          follower.close()
        }),
      )
    }
    const grownMb = (peak - calmPeak) / 1024 / 1024 / size.slow
    check('all are cut with slow-consumer', cut === size.slow)
    check('all come back with every message', back === size.slow)
    check('the others get everything', missing === 0 && busy.length > 0)
    check('the memory is bounded', peak - calmPeak <= size.mostBytesEach * size.slow)
    return {
      id: 'P20',
      promise: 'a client that does not read hurts only itself',
      figure:
        `${cut} of ${size.slow} cut with slow-consumer, ${back} back with all ${last} messages; others: ${missing} of ${sent} ` +
        `missing, p99 ${p99(calm).toFixed(0)} → ${p99(busy).toFixed(0)} ms; server +${grownMb.toFixed(2)} MB each`,
      holds: problems.length === 0,
      seed,
      figures: {
        slow: size.slow,
        cut,
        back,
        sent,
        missing,
        p99CalmMs: p99(calm),
        p99BusyMs: p99(busy),
        grownMbEach: grownMb,
      },
      problems: problems.map((problem) => `not: ${problem}`).slice(0, LONGEST_LIST),
    }
  } finally {
    await server.dispose()
  }
}

const figures = async (
  url: string,
): Promise<{ readonly slowConsumers: number; readonly rssBytes: number }> => {
  const text = await (await fetch(`${url}/metrics`)).text()
  const value = (line: RegExp): number => Number(line.exec(text)?.[1] ?? 0)
  return {
    slowConsumers: value(/^foyer_connections_ended_total\{reason="slow-consumer"\} (\d+)/mu),
    rssBytes: value(/^process_resident_memory_bytes (\d+)/mu),
  }
}

const isWhole = (seqs: ReadonlySet<number>, last: number): boolean => {
  for (let seq = 1; seq <= last; seq += 1) if (!seqs.has(seq)) return false
  return true
}

const p99 = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.99)] ?? Number.NaN
