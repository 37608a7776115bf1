import { randomInt } from 'node:crypto'

import type { Clock } from '../../../base/clock.ts'
import type { KeyedBuckets } from '../tokenBucket.ts'

/**
 * Lets customers write as fast as people do (R-02-304, R-18-082). Who is too fast waits; who is too fast again and again is
 * asked a sum in words, which a person can hear as well as see and which needs nobody else's service. Until it is solved
 * nothing is taken; what was written stays where it is.
 */
export interface WriteGate {
  /** Null: it may be taken. */
  take(key: string): Refused | null
  /** Anything may be given as the sum; a wrong one is answered with another question. */
  solve(key: string, sum: number): void
}

export interface Refused {
  readonly retryAfterMs: number
  /** What to add up. */
  readonly first?: number
  readonly second?: number
}

interface Offender {
  strikes: number
  /** Whatever is refused before this belongs to the strike before. */
  until: number
  sum: readonly [number, number] | null
}

const STRIKES = 3
const STRIKE_MS = 10_000
const FORGET_MS = 10 * 60_000
/** So many are remembered; whoever is forgotten only begins to count anew. */
const MOST = 10_000

export const createWriteGate = (buckets: KeyedBuckets, clock: Pick<Clock, 'now'>): WriteGate => {
  const offenders = new Map<string, Offender>()

  const strike = (key: string): Offender => {
    const now = clock.now()
    const before = offenders.get(key)
    const known = before && now < before.until + FORGET_MS ? before : { strikes: 0, until: 0, sum: null }
    if (now >= known.until) {
      known.strikes += 1
      known.until = now + STRIKE_MS
    }
    offenders.delete(key)
    offenders.set(key, known)
    const [oldest] = offenders.keys()
    if (offenders.size > MOST && oldest !== undefined) offenders.delete(oldest)
    return known
  }

  return {
    take: (key) => {
      const asked = offenders.get(key)?.sum
      if (asked) return { retryAfterMs: 0, first: asked[0], second: asked[1] }
      const retryAfterMs = buckets.take(key)
      if (retryAfterMs === 0) return null
      const offender = strike(key)
      if (offender.strikes < STRIKES) return { retryAfterMs }
      offender.sum = newSum()
      return { retryAfterMs: 0, first: offender.sum[0], second: offender.sum[1] }
    },
    solve: (key, sum) => {
      const offender = offenders.get(key)
      if (!offender?.sum) return
      if (offender.sum[0] + offender.sum[1] === sum) offenders.delete(key)
      else offender.sum = newSum()
    },
  }
}

const newSum = (): [number, number] => [randomInt(1, 10), randomInt(1, 10)]
