import type { Clock } from '../../base/clock.ts'

/** Smaller differences are the line's, not the clocks'. */
const NOTEWORTHY_MS = 250

/** The server's clock as this device knows it; a wrong local clock does not matter by it (R-17-016). */
export interface ServerTime {
  now(): number
  /** Server time minus local time. */
  offset(): number
  /** The server said it was `serverTime` in answer to a question asked at `askedAt`. True if that was news. */
  learn(serverTime: number, askedAt: number): boolean
}

export const createServerTime = (clock: Clock, offset: number): ServerTime => {
  let known = offset
  return {
    now: () => clock.now() + known,
    offset: () => known,
    learn: (serverTime, askedAt) => {
      const learned = Math.round(serverTime - (askedAt + clock.now()) / 2)
      if (Math.abs(learned - known) < NOTEWORTHY_MS) return false
      known = learned
      return true
    },
  }
}
