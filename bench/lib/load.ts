/**
 * Runs load against whatever can send a stamped message from a connection.
 *
 * Two ways: `saturate` keeps a window in flight on each connection and tells the most that goes through; `steady` sends
 * on a fixed timetable and counts latency from the timetable, so that a stalled server is charged for its stall.
 */
import { createSamples, sleep } from './samples.ts'
import type { Undisturbed } from './undisturbed.ts'

export const STAMP_WIDTH = 12
export const SENDER_WIDTH = 5
/** Of the bisection. */
const STEPS = 5

export interface Traffic {
  readonly connections: number
  /** Sends one message from a connection, stamped with the microsecond it was due. */
  send(connection: number, stampUs: number): void
}

export interface Saturated {
  readonly rate: number
  readonly perCpuSecond: number
}

export interface Steady {
  readonly rate: number
  readonly delivery50: number
  readonly delivery99: number
  readonly ack99: number
  /** Share of the messages that arrived. */
  readonly complete: number
}

export interface Load {
  /** The clients report here. */
  delivered(sender: number, stampUs: number): void
  acked(stampUs: number): void
  saturate(seconds: number, window: number, cpuMs: () => Promise<number>): Promise<Saturated>
  steady(rate: number, seconds: number): Promise<Steady>
  /** A rate is too high when it fails twice: a single stall of a shared disk says nothing about the rate. */
  highestUnder(limitMs: number, top: number, seconds: number, undisturbed: Undisturbed): Promise<Steady>
}

/** Microseconds on the generator's own clock; sender and receiver live in one process. */
export const nowUs = (): number => Math.floor(performance.now() * 1000)

export const createLoad = (traffic: () => Traffic): Load => {
  const delivery = createSamples()
  const ack = createSamples()
  let deliveries = 0
  let sent = 0
  let closedLoop = false
  let measuring = false

  const begin = (): void => {
    delivery.clear()
    ack.clear()
    deliveries = 0
    sent = 0
  }

  const steady = async (rate: number, seconds: number): Promise<Steady> => {
    closedLoop = false
    const { connections, send } = traffic()
    const warmUpUs = 1_000_000
    const endUs = warmUpUs + seconds * 1_000_000
    const startUs = nowUs()
    let next = 0
    begin()
    await new Promise<void>((resolve) => {
      const tick = (): void => {
        const elapsed = nowUs() - startUs
        if (!measuring && elapsed >= warmUpUs && elapsed < endUs) {
          begin()
          measuring = true
        }
        const due = Math.floor((Math.min(elapsed, endUs) / 1e6) * rate)
        while (next < due) {
          sent += 1
          send(next % connections, startUs + Math.floor((next / rate) * 1e6))
          next += 1
        }
        if (elapsed >= endUs) resolve()
        else setTimeout(tick, 1)
      }
      tick()
    })
    for (let waited = 0; deliveries < sent * 0.999 && waited < 3000; waited += 50) await sleep(50)
    measuring = false
    return {
      rate,
      delivery50: delivery.percentile(50),
      delivery99: delivery.percentile(99),
      ack99: ack.percentile(99),
      complete: deliveries / sent,
    }
  }

  return {
    delivered: (sender, stampUs) => {
      deliveries += 1
      if (measuring) delivery.add((nowUs() - stampUs) / 1000)
      if (!closedLoop) return
      sent += 1
      traffic().send(sender, nowUs())
    },
    acked: (stampUs) => {
      if (measuring) ack.add((nowUs() - stampUs) / 1000)
    },
    steady,
    saturate: async (seconds, window, cpuMs) => {
      const { connections, send } = traffic()
      closedLoop = true
      for (let round = 0; round < window; round += 1) {
        for (let connection = 0; connection < connections; connection += 1) send(connection, nowUs())
      }
      await sleep(1500)
      const cpuBefore = await cpuMs()
      begin()
      measuring = true
      const from = performance.now()
      await sleep(seconds * 1000)
      const count = deliveries
      const tookMs = performance.now() - from
      measuring = false
      const usedMs = (await cpuMs()) - cpuBefore
      closedLoop = false
      await sleep(Math.min(10_000, 1000 + (tookMs * window * connections) / (count + 1)))
      return { rate: (count / tookMs) * 1000, perCpuSecond: (count / usedMs) * 1000 }
    },
    /** By bisection between 0 and `top`. */
    highestUnder: async (limitMs, top, seconds, undisturbed) => {
      let low = 0
      let high = top
      let best: Steady | undefined
      let guess = top * 0.8
      const held = async (): Promise<Steady | undefined> => {
        const result = await undisturbed(async () => steady(guess, seconds))
        if (result.complete > 0.99 && Math.max(result.delivery99, result.ack99) < limitMs) return result
        await sleep(1500)
        return undefined
      }
      for (let step = 0; step < STEPS; step += 1) {
        const result = (await held()) ?? (await held())
        if (result) {
          low = guess
          best = result
        } else high = guess
        guess = (low + high) / 2
      }
      return (
        best ?? { rate: 0, delivery50: Number.NaN, delivery99: Number.NaN, ack99: Number.NaN, complete: 0 }
      )
    },
  }
}
