import type { Clock } from '../../base/clock.ts'

export interface Service {
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * Does something again and again, one round after the other; the first when it is started.
 *
 * `round` answers after how many milliseconds the next is due, and never fails. Stopping waits for the round that is going
 * on, which can look whether it should come to an end.
 */
export const createRounds = (clock: Clock, round: (isStopped: () => boolean) => Promise<number>): Service => {
  let cancel: (() => void) | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  const next = (): void => {
    running = round(() => stopped).then((ms) => {
      if (!stopped) cancel = clock.after(ms, next)
    })
  }
  return {
    start: async () => {
      next()
      await running
    },
    stop: async () => {
      stopped = true
      cancel?.()
      await running
    },
  }
}
