import type { LogEntry } from '../../src/protocol/events/index.ts'
import type { OrganizationId } from '../../src/protocol/model/index.ts'
import { readLogRows } from '../../src/server/db/logRows.ts'
import type { ReadDb } from '../../src/server/db/port.ts'

/** The entries after a revision, whatever their scope, as they were published. */
export const readLog = async (
  db: ReadDb,
  organizationId: OrganizationId,
  afterRevision: number,
  limit: number,
): Promise<LogEntry[]> =>
  (await readLogRows(db, organizationId, afterRevision, limit)).map(
    // The payload was typed by its event when it was written.
    (row) => ({ ...row, payload: JSON.parse(row.payload) as unknown }) as LogEntry,
  )
