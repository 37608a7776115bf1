import type { Clock } from '../../base/clock.ts'
import type { RouterHealth, RouterProblem } from '../../protocol/model/index.ts'

/**
 * Keeps customers from waiting for a router that does not work (R-16-105): after five failures in a row, or when more than
 * a fifth of what it was asked in a minute failed, nobody asks it for a minute. Then one question is tried; it decides
 * whether the router is asked again or rests for another minute.
 */
export interface Breaker {
  /** False: it rests. */
  mayAsk(): boolean
  /** Null: it answered. */
  ended(problem: RouterProblem | null): void
  health(): Omit<RouterHealth, 'routerId'>
}

const FAILURES_IN_A_ROW = 5
const WINDOW_MS = 60_000
const REST_MS = 60_000
/** Of fewer questions a fifth says nothing. */
const LEAST_ASKED = 10

export const createBreaker = (clock: Pick<Clock, 'now'>): Breaker => {
  let since = clock.now()
  let asked = 0
  let failed = 0
  let inARow = 0
  let lastProblem: RouterProblem | null = null
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
