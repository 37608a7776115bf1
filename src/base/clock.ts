/** The only source of time, so that a test can hold a server and five cores on one clock that it moves. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Calls back once after `delayMs`; the function returned cancels it. */
  after(delayMs: number, callback: () => void): () => void
}

/** The longest delay a platform timer takes before it overflows and fires at once. */
const LONGEST_MS = 2_147_483_647

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, Math.min(Math.max(0, delayMs), LONGEST_MS))
    return () => {
      clearTimeout(timer)
    }
  },
}
