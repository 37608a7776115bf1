/**
 * How often a part that fails is started again.
 *
 * One failure is an accident and nobody should wait because of it; one that comes again at every start only gets
 * slower, and after a few within a minute the user has to know.
 */
import type { Clock } from '../../base/clock.ts'

const WINDOW_MS = 60_000

export interface Restarts {
  /** To be called at each failure: how long to wait before the next start, or null to give up. */
  failed(): number | null
  /** The user wants to try again. */
  forget(): void
}

export interface RestartRules {
  readonly clock: Pick<Clock, 'now'>
  /** The first wait; each further one within the minute is twice as long. */
  readonly firstMs: number
  /** As many failures within a minute are borne. */
  readonly borne: number
}

export const createRestarts = ({ clock, firstMs, borne }: RestartRules): Restarts => {
  let failures: number[] = []
  return {
    failed: () => {
      const now = clock.now()
      failures = [...failures.filter((at) => now - at < WINDOW_MS), now]
      return failures.length > borne ? null : firstMs * 2 ** (failures.length - 1)
    },
    forget: () => {
      failures = []
    },
  }
}
