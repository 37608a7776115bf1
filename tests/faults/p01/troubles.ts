/** What goes wrong while people write, chosen by the seed. */
import type { Random } from '../../../src/server/demo/random.ts'
import type { FaultyProxy } from '../../support/faultyProxy.ts'
import type { ProductServer } from '../../support/productServer.ts'
import { sleep } from '../lib/wait.ts'

export interface TroubleOptions {
  readonly random: Random
  readonly server: ProductServer
  readonly proxies: readonly FaultyProxy[]
  /** Kills and starts an agent's core again. */
  readonly restartAgent: () => Promise<void>
  readonly reloadPage: () => void
  readonly killEveryMs: readonly [number, number]
  readonly troubleEveryMs: number
  /** Connections that stay open and lead nowhere; each costs its client the patience of the heartbeat. */
  readonly halfOpen: boolean
  readonly longestDelayMs: number
}

export interface Troubles {
  readonly counts: {
    kills: number
    halfOpens: number
    delays: number
    agentRestarts: number
    reloads: number
  }
  stop(): Promise<void>
}

const DUPLICATES = 0.05
const REPLAYS = 0.02

export const startTroubles = (options: TroubleOptions): Troubles => {
  const { random, server, proxies, restartAgent, reloadPage, killEveryMs, troubleEveryMs, halfOpen } = options
  const counts = { kills: 0, halfOpens: 0, delays: 0, agentRestarts: 0, reloads: 0 }
  let stopped = false
  for (const { faults } of proxies) {
    faults.duplicate = DUPLICATES
    faults.replay = REPLAYS
  }

  const killServer = async (): Promise<void> => {
    while (!stopped) {
      await sleep(random.int(...killEveryMs))
      if (stopped) return
      await server.kill()
      counts.kills += 1
      await server.start()
    }
  }
  const one = (): FaultyProxy => random.pick(proxies)
  const slow = (): void => {
    const { faults } = one()
    counts.delays += 1
    faults.delayMs = Math.round(options.longestDelayMs * random.next() ** 3)
    setTimeout(() => {
      faults.delayMs = 0
    }, options.longestDelayMs)
  }
  const strand = (): void => {
    const { faults } = one()
    counts.halfOpens += 1
    faults.silent = true
    // Long enough for whatever is on its way to meet it; what comes after is a new connection.
    setTimeout(() => {
      faults.silent = false
    }, 1_000)
  }
  const trouble = async (): Promise<void> => {
    while (!stopped) {
      await sleep(random.int(0, troubleEveryMs * 2))
      if (stopped) return
      const kind = random.weighted([
        ['cut', 5],
        ['slow', 3],
        ['strand', halfOpen ? 1 : 0],
        ['restart', 2],
        ['reload', 2],
      ] as const)
      if (kind === 'cut') one().cut()
      else if (kind === 'slow') slow()
      else if (kind === 'strand') strand()
      else if (kind === 'reload') {
        counts.reloads += 1
        reloadPage()
      } else {
        counts.agentRestarts += 1
        await restartAgent()
      }
    }
  }
  const running = [killServer(), trouble()]
  return {
    counts,
    stop: async () => {
      stopped = true
      await Promise.all(running)
      for (const proxy of proxies) {
        Object.assign(proxy.faults, { delayMs: 0, silent: false, duplicate: 0, replay: 0 })
        // Frees those who wait on a half-open connection.
        proxy.cut()
      }
    },
  }
}
