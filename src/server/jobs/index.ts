import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { Db } from '../db/port.ts'
import type { Engine } from '../engine/types.ts'
import { recoverPresence } from './recoverPresence.ts'
import { createRetentionService } from './retention.ts'
import type { Service } from './rounds.ts'
import { createTimerService } from './timers.ts'

/** What the server does by itself. Start it before the first connection is accepted; stop it before the engine. */
export const createJobs = (options: {
  readonly db: Db
  readonly engine: Pick<Engine, 'runInternal'>
  readonly clock: Clock
  readonly log: Logger
}): Service => {
  const timers = createTimerService(options)
  const retention = createRetentionService(options)
  return {
    start: async () => {
      await recoverPresence(options.db, options.engine)
      await timers.start()
      await retention.start()
    },
    stop: async () => {
      await timers.stop()
      await retention.stop()
    },
  }
}
