import { describe, expect, it } from 'vitest'

import type { RunningServer } from '../../scripts/start/serverProcess.ts'
import { supervise, type Supervisor } from '../../scripts/start/supervise.ts'

/** Each run of the server: how long it lives, and whether it comes up. */
type Life = { readonly livesMs: number; readonly comesUp: boolean }

const play = async (lives: readonly Life[], rest?: (supervisor: Supervisor) => void) => {
  const said: string[] = []
  const pauses: number[] = []
  let now = 0
  let ready = 0
  let launched = 0
  let stop: () => void = () => undefined
  const launch = (): RunningServer => {
    const life = lives[launched++]
    if (!life) return lastServer()
    const listening = life.comesUp ? Promise.resolve() : new Promise<void>(() => undefined)
    const ended = Promise.resolve().then(() => {
      now += life.livesMs
      return 'SIGKILL'
    })
    return { listening, ended, stop: () => undefined }
  }
  // When the lives are over, one more server runs until it is stopped.
  const lastServer = (): RunningServer => {
    const ended = new Promise<string>((resolve) => (stop = () => resolve('SIGTERM')))
    queueMicrotask(() => rest?.(supervisor))
    return { listening: Promise.resolve(), ended, stop: () => stop() }
  }
  const supervisor = supervise({
    launch,
    now: () => now,
    sleep: (ms) => {
      pauses.push(ms)
      return Promise.resolve()
    },
    say: (sentence) => said.push(sentence),
    onReady: () => (ready += 1),
  })
  return { outcome: await supervisor.outcome, said, pauses, ready, launched }
}

const up = (livesMs: number): Life => ({ livesMs, comesUp: true })

describe('supervisor', () => {
  it('starts a killed server again, says so, and is ready once', async () => {
    const played = await play([up(60_000)], (supervisor) => supervisor.stop())
    expect(played).toMatchObject({ outcome: 'stopped', launched: 2, ready: 1 })
    expect(played.said).toEqual([expect.stringContaining('SIGKILL')])
  })

  it('gives up a server that never came up', async () => {
    const played = await play([{ livesMs: 100, comesUp: false }])
    expect(played).toMatchObject({ outcome: 'never-started', launched: 1, ready: 0 })
  })

  it('gives up after several quick deaths, with pauses that grow', async () => {
    const played = await play(Array.from({ length: 9 }, () => up(100)))
    expect(played).toMatchObject({ outcome: 'gave-up', launched: 5 })
    expect(played.pauses).toEqual([500, 1000, 2000, 4000])
  })

  it('forgets quick deaths after a long life', async () => {
    const lives = [up(1), up(1), up(1), up(1), up(60_000), up(1), up(1), up(1), up(1)]
    const played = await play(lives, (supervisor) => supervisor.stop())
    expect(played).toMatchObject({ outcome: 'stopped', launched: 10 })
  })
})
