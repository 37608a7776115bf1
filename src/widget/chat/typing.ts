import type { Clock } from '../../base/clock.ts'

/** At most one signal in this time, gone after that one (R-06-095). */
const SIGNAL_EVERY_MS = 3000
export const TYPING_GONE_AFTER_MS = 6000

export interface TypingSignal {
  /** The customer has changed the text; empty means that nothing is being written any more. */
  changed(text: string): void
}

/** Tells the other side that the customer is writing. */
export const createTypingSignal = (clock: Clock, tell: (on: boolean) => void): TypingSignal => {
  let toldAt = Number.NEGATIVE_INFINITY
  let isOn = false
  return {
    changed: (text) => {
      const now = clock.now()
      if (text === '') {
        if (isOn) tell(false)
        isOn = false
      } else if (now - toldAt >= SIGNAL_EVERY_MS) {
        toldAt = now
        isOn = true
        tell(true)
      }
    },
  }
}
