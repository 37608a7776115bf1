import type { Clock } from '../../base/clock.ts'

/** Runs `action` at most once in `everyMs`; a call in between is made up for at the end of it. */
export const createPace = (clock: Clock, everyMs: number, action: () => void): (() => void) => {
  let nextAt = 0
  let waiting = false
  const run = (): void => {
    waiting = false
    nextAt = clock.now() + everyMs
    action()
  }
  return () => {
    if (waiting) return
    const delayMs = nextAt - clock.now()
    if (delayMs <= 0) run()
    else {
      waiting = true
      clock.after(delayMs, run)
    }
  }
}
