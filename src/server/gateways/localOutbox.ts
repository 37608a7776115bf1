/** The demonstration's gateway: nothing leaves the machine, a page of the server shows what would have. */
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import { insertOutboxNote } from '../db/localOutbox.ts'
import type { Db } from '../db/port.ts'
import type { Gateway } from './gateway.ts'

const KEPT_MS = 24 * 60 * 60_000

export const createLocalOutbox = (options: {
  readonly db: Db
  readonly clock: Clock
  readonly ids: Ids
}): Gateway => {
  const { db, clock, ids } = options
  return {
    kinds: ['email', 'sms'],
    send: async (note) => {
      const at = clock.now()
      const subject = note.kind === 'sms' ? '' : note.subject
      await db.transaction(async (tx) =>
        insertOutboxNote(tx, { ...note, subject, id: ids.next(), at }, at - KEPT_MS),
      )
      return true
    },
  }
}
