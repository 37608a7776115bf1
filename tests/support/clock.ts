import type { Clock } from '../../src/base/clock.ts'

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  /** Moves on by `ms`, calling back what falls due on the way, in order. */
  advance(ms: number): void
  /** The same, and lets promises and I/O go on between two callbacks. */
  advanceAsync(ms: number): Promise<void>
}

/** 2026-01-05 02:00 UTC: a Monday morning at ten in Shanghai. */
export const TEST_START = Date.UTC(2026, 0, 5, 2)

/** `settle` lets everything that was set going come to rest; `advanceAsync` calls it between two callbacks. */
export const createTestClock = (start = TEST_START, settle = settled): TestClock => {
  let now = start
  let order = 0
  const waiting = new Map<number, { readonly at: number; readonly callback: () => void }>()

  const nextUntil = (end: number): (() => void) | undefined => {
    let first: [number, { readonly at: number; readonly callback: () => void }] | undefined
    for (const entry of waiting) {
      if (entry[1].at <= end && (!first || entry[1].at < first[1].at)) first = entry
    }
    if (!first) return undefined
    const [key, { at, callback }] = first
    waiting.delete(key)
    now = Math.max(now, at)
    return callback
  }

  return {
    now: () => now,
    after: (delayMs, callback) => {
      const key = (order += 1)
      waiting.set(key, { at: now + Math.max(0, delayMs), callback })
      return () => {
        waiting.delete(key)
      }
    },
    advance: (ms) => {
      const end = now + ms
      for (let callback = nextUntil(end); callback; callback = nextUntil(end)) callback()
      now = end
    },
    advanceAsync: async (ms) => {
      const end = now + ms
      for (let callback = nextUntil(end); callback; callback = nextUntil(end)) {
        callback()
        await settle()
      }
      now = end
      await settle()
    },
  }
}

/** A few turns of the event loop: enough for a chain of promises and one or two of `setImmediate`. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
