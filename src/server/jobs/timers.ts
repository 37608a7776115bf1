import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import type { Db } from '../db/port.ts'
import { dueTimers, nextDueAt, type TimerRow } from '../db/timers.ts'
import type { DueTimer, Engine } from '../engine/types.ts'
import { createRounds, type Service } from './rounds.ts'

/** As many are decided at one moment; the rest follow at once, with whatever else came meanwhile between them. */
const BUNDLE = 256
/** Looks this often even when nothing seems to be due: another process may have set a timer. */
const LONGEST_SLEEP_MS = 2000
/** Sleeps at least so long, so that a timer that cannot be fired does not keep the processor busy. */
const SHORTEST_SLEEP_MS = 20

/** Due timers of one organisation, each of another subject. */
interface Bundle {
  readonly organizationId: OrganizationId
  readonly timers: DueTimer[]
}

/** Those of each organisation. What falls due after another timer of its subject is decided after that one. */
const bundlesOf = (due: readonly TimerRow[]): Bundle[][] =>
  [...Map.groupBy(due, (row) => row.organization_id)].map(([organizationId, rows]) => {
    const bundles: Bundle[] = []
    let subjects = new Set<string>()
    for (const { kind, subject } of rows) {
      const open = bundles.at(-1)
      if (open && !subjects.has(subject)) open.timers.push({ kind, subject })
      else {
        bundles.push({ organizationId, timers: [{ kind, subject }] })
        subjects = new Set()
      }
      subjects.add(subject)
    }
    return bundles
  })

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

  const fireDue = async (isStopped: () => boolean): Promise<void> => {
    for (;;) {
      const due = await dueTimers(db, clock.now(), BUNDLE)
      const fired = await Promise.all(bundlesOf(due).map((bundles) => fireInOrder(bundles, isStopped)))
      // A timer that fails stays, and is tried again after a while.
      if (fired.reduce((sum, count) => sum + count, 0) < BUNDLE) return
    }
  }

  /** Answers how many were fired. */
  const fireInOrder = async (bundles: readonly Bundle[], isStopped: () => boolean): Promise<number> => {
    let fired = 0
    for (const bundle of bundles) if (!isStopped()) fired += await fire(bundle)
    return fired
  }

  const fire = async ({ organizationId, timers }: Bundle): Promise<number> => {
    const all = await engine.runInternal(organizationId, 'timers.fire', { timers })
    if (all.ok) return timers.length
    if (all.code === 'unavailable') {
      log.error('timers could not be fired', { code: all.code })
      return 0
    }
    // One that cannot be fired must not keep the others.
    let fired = 0
    for (const timer of timers) {
      const result = await engine.runInternal(organizationId, 'timer.fire', timer)
      if (result.ok) fired += 1
      else log.error('a timer could not be fired', { kind: timer.kind, code: result.code })
    }
    return fired
  }

  const sleepMs = async (): Promise<number> => {
    const next = await Promise.resolve(nextDueAt(db)).catch(() => null)
    const ms = next === null ? LONGEST_SLEEP_MS : next - clock.now()
    return Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, ms))
  }

  return createRounds(clock, async (isStopped) => {
    await fireDue(isStopped).catch((error: unknown) => {
      log.error('timers failed', { reason: String(error) })
    })
    return isStopped() ? LONGEST_SLEEP_MS : sleepMs()
  })
}
