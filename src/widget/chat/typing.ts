import type { Clock } from '../../base/clock.ts'

/** At most one signal in this time, gone after that one (R-06-095). */
const SIGNAL_EVERY_MS = 3000
export const TYPING_GONE_AFTER_MS = 6000

export interface TypingSignal {
  /** The customer has changed the text; empty means that nothing is being written any more. */
  changed(text: string): void
}

/** Tells the other side that the customer is writing. `looksAt`: what is written goes along, so that a change within the time is told at its end. */
export const createTypingSignal = (
  clock: Clock,
  looksAt: () => boolean,
  tell: (on: boolean, text: string) => void,
): TypingSignal => {
  let cancelLate = (): void => undefined
  let toldAt = Number.NEGATIVE_INFINITY
  let isOn = false
  return {
    changed: (text) => {
      const now = clock.now()
      cancelLate()
      if (text === '') {
        if (isOn) tell(false, '')
        isOn = false
      } else if (now - toldAt >= SIGNAL_EVERY_MS) {
        toldAt = now
        isOn = true
        tell(true, text)
      } else if (looksAt()) {
        cancelLate = clock.after(toldAt + SIGNAL_EVERY_MS - now, () => {
          toldAt = clock.now()
          tell(true, text)
        })
      }
    },
  }
}
