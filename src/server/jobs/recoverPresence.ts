import { presencesOf } from '../db/agentPresence.ts'
import { organizationIds } from '../db/organizations.ts'
import type { Db } from '../db/port.ts'
import type { Engine } from '../engine/types.ts'

/**
 * Before the first connection after a start nobody is connected, whatever the rows of the last run say: who does not come
 * back within the minute of grace goes offline (R-02-065).
 */
export const recoverPresence = async (db: Db, engine: Pick<Engine, 'runInternal'>): Promise<void> => {
  for (const organizationId of await organizationIds(db)) {
    for (const row of await presencesOf(db, organizationId)) {
      if (row.connected === 0) continue
      await engine.runInternal(organizationId, 'agent.disconnected', { agentId: row.agent_id })
    }
  }
}
