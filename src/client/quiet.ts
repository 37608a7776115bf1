import type { Clock } from '../base/clock.ts'

/**
 * Lets a long work in many portions (a new index, tidying) wait between them while somebody asks for one thing after
 * another: each portion is some milliseconds in which no answer can be given.
 */
export interface Quiet {
  /** Somebody asked for something, and will probably ask for more. */
  disturb(): void
  /**
   * Calls back once it has been quiet for a moment, after two seconds in any case, and tells whether it is quiet. The
   * function returned cancels it.
   */
  wait(callback: (isQuiet: boolean) => void): () => void
}

/** How long nobody must have asked for anything. */
const QUIET_MS = 150
/** Who never pauses meets a portion in one of some twenty things they do. */
const LONGEST_MS = 2000

export const createQuiet = (clock: Clock): Quiet => {
  let askedAt = -Infinity
  return {
    disturb: () => {
      askedAt = clock.now()
    },
    wait: (callback) => {
      // Counted down by what was waited: a clock that is set back must not put anything off for hours.
      let leftMs = LONGEST_MS
      const look = (): void => {
        const busyMs = Math.min(askedAt + QUIET_MS - clock.now(), QUIET_MS)
        if (busyMs <= 0 || leftMs <= 0) return callback(busyMs <= 0)
        const waitMs = Math.min(busyMs, leftMs)
        leftMs -= waitMs
        cancel = clock.after(waitMs, look)
      }
      let cancel = clock.after(1, look)
      return () => {
        cancel()
      }
    },
  }
}
