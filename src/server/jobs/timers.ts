import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { Db } from '../db/port.ts'
import { dueTimers, nextDueAt } from '../db/timers.ts'
import type { Engine } from '../engine/types.ts'

/** As many are taken up at once; the rest follow at once. */
const PIECE = 200
/** Looks this often even when nothing seems to be due: another process may have set a timer. */
const LONGEST_SLEEP_MS = 2000
/** Sleeps at least so long, so that a timer that cannot be fired does not keep the processor busy. */
const SHORTEST_SLEEP_MS = 20

export interface Service {
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * Fires what is due, in the order in which it fell due (R-02-007).
 *
 * The rows are the timers: whatever was due while the server was down is due when it starts. Each is taken away in the
 * transaction of its own effect, so it takes effect once.
 */
export const createTimerService = (options: {
  readonly db: Db
  readonly engine: Pick<Engine, 'runInternal'>
  readonly clock: Clock
  readonly log: Logger
}): Service => {
  const { db, engine, clock, log } = options
  let cancel: (() => void) | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = false

  const fireDue = async (): Promise<void> => {
    for (;;) {
      const due = await dueTimers(db, clock.now(), PIECE)
      if (stopped) return
      // The engine decides them in this order, and many with one commit: after a long absence thousands are due.
      const results = await Promise.all(
        due.map(async ({ organization_id, kind, subject }) => {
          const result = await engine.runInternal(organization_id, 'timer.fire', { kind, subject })
          if (!result.ok) log.error('a timer could not be fired', { kind, code: result.code })
          return result.ok
        }),
      )
      const fired = results.filter(Boolean).length
      // A timer that fails stays, and is tried again after a while.
      if (fired < PIECE) return
    }
  }

  const tick = (): void => {
    running = fireDue()
      .catch((error: unknown) => {
        log.error('timers failed', { reason: String(error) })
      })
      .then(sleep)
  }

  const sleep = async (): Promise<void> => {
    if (stopped) return
    const next = await Promise.resolve(nextDueAt(db)).catch(() => null)
    const ms = next === null ? LONGEST_SLEEP_MS : next - clock.now()
    cancel = clock.after(Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, ms)), tick)
  }

  return {
    start: async () => {
      tick()
      await running
    },
    stop: async () => {
      stopped = true
      cancel?.()
      await running
    },
  }
}
