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
    const connected = (await presencesOf(db, organizationId)).filter((row) => row.connected === 1)
    // At once, so that they share commits: a thousand would delay the start by seconds.
    await Promise.all(
      connected.map(async ({ agent_id: agentId }) =>
        engine.runInternal(organizationId, 'agent.disconnected', { agentId }),
      ),
    )
  }
}
