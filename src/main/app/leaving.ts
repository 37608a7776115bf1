/**
 * Asks before the program ends, because sessions may still run.
 *
 * It must always be possible to quit: a page that is gone or stuck is not waited for, and whoever asks twice means it.
 */
export interface Leaving {
  /** Whether the program may end now; if not, the window has been asked. */
  mayLeave(): boolean
  /** What the window answered. */
  answered(yes: boolean): void
  /** The computer is about to be switched off, and waits for nobody. */
  force(): void
}

export const createLeaving = (ask: () => boolean): Leaving => {
  let isAgreed = false
  let isAsked = false
  return {
    mayLeave: () => {
      if (isAgreed || isAsked || !ask()) return true
      isAsked = true
      return false
    },
    answered: (yes) => {
      isAgreed = yes
      isAsked = false
    },
    force: () => {
      isAgreed = true
    },
  }
}
