/** Customers who never stop writing, so that a core that connects always has something to write down. */
import { systemClock } from '../../../src/base/clock.ts'
import { createIds } from '../../../src/base/ids.ts'
import { connectCustomer } from '../../support/customerClient.ts'
import type { SeededPair } from '../../support/seedReception.ts'
import { sleep } from './wait.ts'

export interface Flood {
  readonly written: () => number
  /** Begins no further message; what is under way is finished. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

/**
 * `inFlight`: how many messages of each customer are under way at once; `gapMs`: how long each of these rests after its
 * answer, for runs that look at everything written again and again.
 */
export const startFlood = async (
  url: string,
  customers: readonly Pick<SeededPair, 'widgetId' | 'customerToken'>[],
  text: (number: number) => string,
  { inFlight = 4, gapMs = 0 } = {},
): Promise<Flood> => {
  const ids = createIds(systemClock)
  let written = 0
  let stopped = false
  let resumed = Promise.withResolvers<void>()
  resumed.resolve()
  const writers = customers.map(async ({ widgetId, customerToken }) => {
    const client = await connectCustomer(url, ids, { widgetId, token: customerToken })
    const write = async (): Promise<void> => {
      for (;;) {
        await resumed.promise
        if (stopped) return
        const answer = await client.write(text(written))
        if (answer.t !== 'done') throw new Error(`a customer was refused: ${answer.code}`)
        written += 1
        if (gapMs > 0) await sleep(gapMs)
      }
    }
    await Promise.all(Array.from({ length: inFlight }, write))
    await client.close()
  })
  // What went wrong is told by stop.
  for (const writer of writers) writer.catch(() => undefined)
  return {
    written: () => written,
    pause: () => {
      resumed = Promise.withResolvers()
    },
    resume: () => resumed.resolve(),
    stop: async () => {
      stopped = true
      resumed.resolve()
      await Promise.all(writers)
    },
  }
}
