import type { Clock } from '../../base/clock.ts'

/**
 * Keeps people from waiting for a program outside that does not work (R-16-105): after five failures in a row, or when more
 * than a fifth of what it was asked in a minute failed, nobody asks it for a minute. Then one question is tried; it decides
 * whether it is asked again or rests for another minute.
 */
export interface Breaker<Problem extends string> {
  /** False: it rests. */
  mayAsk(): boolean
  /** Null: it answered. */
  ended(problem: Problem | null): void
  health(): Health<Problem>
}

/** How it has done lately. */
interface Health<Problem extends string> {
  readonly asked: number
  readonly failed: number
  readonly lastProblem: Problem | null
  /** Until then nobody asks it; null: it is asked. */
  readonly restsUntil: number | null
}

const FAILURES_IN_A_ROW = 5
const WINDOW_MS = 60_000
const REST_MS = 60_000
/** Of fewer questions a fifth says nothing. */
const LEAST_ASKED = 10

export const createBreaker = <Problem extends string>(clock: Pick<Clock, 'now'>): Breaker<Problem> => {
  let since = clock.now()
  let asked = 0
  let failed = 0
  let inARow = 0
  let lastProblem: Problem | null = null
  let restsUntil: number | null = null
  /** The one question that is tried after a rest is on its way. */
  let trying = false

  const rest = (): void => {
    restsUntil = clock.now() + REST_MS
    trying = false
  }
  const turnWindow = (): void => {
    if (clock.now() - since < WINDOW_MS) return
    since = clock.now()
    asked = 0
    failed = 0
  }

  return {
    mayAsk: () => {
      if (restsUntil === null) return true
      if (clock.now() < restsUntil || trying) return false
      trying = true
      return true
    },
    ended: (problem) => {
      turnWindow()
      asked += 1
      if (problem === null) {
        inARow = 0
        if (trying) {
          restsUntil = null
          trying = false
          asked = 1
          failed = 0
        }
        return
      }
      failed += 1
      inARow += 1
      lastProblem = problem
      const tooMany = asked >= LEAST_ASKED && failed * 5 > asked
      if (trying || inARow >= FAILURES_IN_A_ROW || tooMany) rest()
    },
    health: () => {
      turnWindow()
      const resting = restsUntil !== null && (clock.now() < restsUntil || trying)
      return { asked, failed, lastProblem, restsUntil: resting ? restsUntil : null }
    },
  }
}

/** One for each thing that is asked, by its key. */
export interface Breakers<Problem extends string> {
  of(key: string): Breaker<Problem>
  /** Of one that was never asked too. */
  healthOf(key: string): Health<Problem>
}

/** What is not asked any more is forgotten when there are more than this. */
const MOST_KEPT = 1000

export const createBreakers = <Problem extends string>(clock: Pick<Clock, 'now'>): Breakers<Problem> => {
  const breakers = new Map<string, Breaker<Problem>>()
  return {
    of: (key) => {
      const breaker = breakers.get(key) ?? createBreaker(clock)
      breakers.set(key, breaker)
      const [oldest] = breakers.keys()
      if (breakers.size > MOST_KEPT && oldest !== undefined) breakers.delete(oldest)
      return breaker
    },
    healthOf: (key) => (breakers.get(key) ?? createBreaker<Problem>(clock)).health(),
  }
}
