/**
 * Growing delays after failures.
 *
 * Counted for the account and for the address at once, so that neither many passwords for one account nor many accounts
 * from one address get far. Nobody is locked out for good: the delay never exceeds fifteen minutes, and an account that
 * nobody knows is counted like a real one, so that the answers do not tell them apart.
 */
import type { Clock } from '../../base/clock.ts'

export interface Attempts {
  /** How long the caller must wait; 0: go ahead. */
  waitMs(keys: readonly AttemptKey[]): number
  failed(key: AttemptKey): void
  /** Forgets the failures. */
  succeeded(key: AttemptKey): void
}

/** `free` tries cost nothing; from then on the delay doubles. */
export interface AttemptKey {
  readonly key: string
  readonly free: number
}

interface Count {
  failures: number
  until: number
  at: number
}

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 15 * 60_000
/** Failures are forgotten after this long without another one. */
const MEMORY_MS = 60 * 60_000
const MOST_KEYS = 100_000

export const createAttempts = (clock: Clock): Attempts => {
  const counts = new Map<string, Count>()

  const forgetOld = (): void => {
    if (counts.size < MOST_KEYS) return
    const limit = clock.now() - MEMORY_MS
    for (const [key, count] of counts) if (count.at < limit) counts.delete(key)
    // Still too many: the oldest go first, whoever they are.
    for (const key of counts.keys()) {
      if (counts.size < MOST_KEYS) return
      counts.delete(key)
    }
  }

  return {
    waitMs: (keys) => {
      const now = clock.now()
      return Math.max(0, ...keys.map(({ key }) => (counts.get(key)?.until ?? 0) - now))
    },
    failed: ({ key, free }) => {
      forgetOld()
      const now = clock.now()
      const before = counts.get(key)
      const failures = before && before.at > now - MEMORY_MS ? before.failures + 1 : 1
      counts.delete(key)
      counts.set(key, { failures, until: now + delayAfter(failures - free), at: now })
    },
    succeeded: ({ key }) => {
      counts.delete(key)
    },
  }
}

const delayAfter = (excess: number): number =>
  excess <= 0 ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(excess - 1, 20))
