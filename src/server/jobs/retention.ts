import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import { forgetCommandResults } from '../db/commandResults.ts'
import { forgetEmptyDrafts } from '../db/drafts.ts'
import { forgetLog } from '../db/log.ts'
import { organizationIds } from '../db/organizations.ts'
import type { Db } from '../db/port.ts'
import { createRounds, type Service } from './rounds.ts'

/** A client that was away longer gets snapshots instead of entries. */
const KEPT_MS = 30 * 24 * 60 * 60_000
/** So much at once: a bite must not hold up a delivery. */
const BITE = 500
const EVERY_MS = 60 * 60_000
const PAUSE_MS = 200

/** Forgets the old end of the log and old answers of commands, in small bites. */
export const createRetentionService = (options: {
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
}): Service => {
  const { db, clock, log } = options

  const bite = async (isStopped: () => boolean): Promise<boolean> => {
    const before = clock.now() - KEPT_MS
    let more = false
    for (const organizationId of await organizationIds(db)) {
      if (isStopped()) return false
      const forgotten = await db.transaction(async (tx) => {
        const entries = await forgetLog(tx, organizationId, before, BITE)
        const results = await forgetCommandResults(tx, organizationId, before, BITE)
        await forgetEmptyDrafts(tx, organizationId, before)
        return Math.max(entries, results)
      })
      more ||= forgotten >= BITE
    }
    return more
  }

  return createRounds(clock, async (isStopped) => {
    const more = await bite(isStopped).catch((error: unknown) => {
      log.error('retention failed', { reason: String(error) })
      return false
    })
    return more ? PAUSE_MS : EVERY_MS
  })
}
