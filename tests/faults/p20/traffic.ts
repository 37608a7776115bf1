/** Customers who write at an even pace to agents who read, and how long that takes. */
import { systemClock } from '../../../src/base/clock.ts'
import { createIds } from '../../../src/base/ids.ts'
import { connectCustomer } from '../../support/customerClient.ts'
import type { SeededPair } from '../../support/seedReception.ts'
import type { FaultsServer } from '../lib/reception.ts'
import { sleep, until } from '../lib/wait.ts'
import { createFollower } from './follower.ts'

export interface Traffic {
  /** Latencies in ms from here on are counted anew; answers those so far. */
  cut(): number[]
  /** How many of the sent messages their agents have not seen, once all had time. */
  stop(): Promise<{ readonly sent: number; readonly missing: number }>
}

const GAP_MS = 40

export const startTraffic = async (world: FaultsServer, pairs: readonly SeededPair[]): Promise<Traffic> => {
  const ids = createIds(systemClock)
  const sentAt = new Map<string, number>()
  let latencies: number[] = []
  let sent = 0
  let stopped = false
  const writers = await Promise.all(
    pairs.map(async (pair) => {
      const reader = createFollower({
        account: world.account(pair),
        conversationId: pair.conversationId,
        onMessage: ({ id }) => {
          const at = sentAt.get(id)
          if (at === undefined) return
          sentAt.delete(id)
          latencies.push(performance.now() - at)
        },
      })
      await reader.connect()
      const customer = await connectCustomer(world.server.url, ids, {
        widgetId: pair.widgetId,
        token: pair.customerToken,
      })
      const write = async (): Promise<void> => {
        while (!stopped) {
          const id = ids.next()
          sentAt.set(id, performance.now())
          sent += 1
          await customer.write('还在吗？', id)
          await sleep(GAP_MS)
        }
      }
      return { reader, customer, writing: write() }
    }),
  )
  return {
    cut: () => {
      const former = latencies
      latencies = []
      return former
    },
    stop: async () => {
      stopped = true
      await Promise.all(writers.map(({ writing }) => writing))
      await until('everything has arrived', () => sentAt.size === 0).catch(() => undefined)
      for (const { reader, customer } of writers) {
        reader.close()
        await customer.close()
      }
      return { sent, missing: sentAt.size }
    },
  }
}
