/**
 * Keeps the sync server running.
 *
 * A server that dies is started again, at the same address and with the same data, after a pause that grows. One
 * that never came up, or that dies again and again, is given up: something is wrong that another try will not mend.
 */
import type { RunningServer } from './serverProcess.ts'

export type SupervisorPorts = {
  readonly launch: () => RunningServer
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  readonly say: (sentence: string) => void
  /** Called the first time it takes connections. */
  readonly onReady: () => void
}

export type Outcome = 'stopped' | 'never-started' | 'gave-up'

export type Supervisor = {
  readonly outcome: Promise<Outcome>
  readonly stop: () => void
}

const QUICK_DEATH_MS = 10_000
const MAX_QUICK_DEATHS = 5
const LONGEST_PAUSE_MS = 5_000

export const supervise = ({ launch, now, sleep, say, onReady }: SupervisorPorts): Supervisor => {
  let current: RunningServer | undefined
  let stopping = false
  let wasReady = false

  const markReady = (): void => {
    if (!wasReady) onReady()
    wasReady = true
  }
  const keepRunning = async (): Promise<Outcome> => {
    let quickDeaths = 0
    while (true) {
      const begun = now()
      current = launch()
      void current.listening.then(markReady)
      const how = await current.ended
      if (stopping) return 'stopped'
      if (!wasReady) return 'never-started'
      quickDeaths = now() - begun < QUICK_DEATH_MS ? quickDeaths + 1 : 0
      if (quickDeaths === MAX_QUICK_DEATHS) return 'gave-up'
      say(`The sync server ended unexpectedly (${how}); starting it again …`)
      await sleep(Math.min(250 * 2 ** quickDeaths, LONGEST_PAUSE_MS))
      if (stopping) return 'stopped'
    }
  }
  return {
    outcome: keepRunning(),
    stop: () => {
      stopping = true
      current?.stop()
    },
  }
}
