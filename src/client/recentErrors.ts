import type { Clock } from '../base/clock.ts'
import type { LogFields, Logger } from '../base/logger.ts'
import { withoutTexts } from '../base/withoutTexts.ts'
import type { RecentError } from './api.ts'

const KEPT = 50

export interface RecentErrors {
  /** Writes on into the given log, and remembers what went wrong. */
  readonly log: Logger
  list(): readonly RecentError[]
}

/** Remembers the last warnings and errors of a log, for whoever looks for a fault. */
export const createRecentErrors = (log: Logger, clock: Pick<Clock, 'now'>): RecentErrors => {
  let errors: readonly RecentError[] = []
  const remember =
    (level: RecentError['level']) =>
    (message: string, fields: LogFields = {}): void => {
      errors = [...errors.slice(1 - KEPT), { at: clock.now(), level, message, fields: withoutTexts(fields) }]
      log[level](message, fields)
    }
  return {
    log: { debug: log.debug, info: log.info, warn: remember('warn'), error: remember('error') },
    list: () => errors,
  }
}
