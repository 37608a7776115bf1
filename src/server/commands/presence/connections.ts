import { ok } from '../../../base/result.ts'
import { markConnected, markDisconnected, rowToAgentPresence } from '../../db/agentPresence.ts'
import { deleteTimers } from '../../db/timers.ts'
import type { InternalHandler } from '../handler.ts'
import { factsOf } from '../reception/presence.ts'
import { takeWaiting } from '../reception/takeWaiting.ts'

/** Presence outlives the connection by this much (R-02-065). */
const GRACE_MS = 60_000

export const agentConnected: InternalHandler<'agent.connected'> = async (work, { agentId, device, idle }) => {
  const { tx, organizationId } = work
  const row = await markConnected(tx, organizationId, agentId, { device, idle })
  await deleteTimers(tx, organizationId, ['agent-offline', 'agent-away'], [agentId])
  const known = (await work.directory()).agents.get(agentId)
  if (!row || !known) return ok({})
  // After a restart everybody comes at once: what is known is not read again.
  work.signal({ kind: 'presence', agents: [rowToAgentPresence(row, known.capacity)] })
  await takeWaiting(work, agentId, factsOf(known, row))
  return ok({})
}

export const agentDisconnected: InternalHandler<'agent.disconnected'> = async (work, { agentId }) => {
  if (await markDisconnected(work.tx, work.organizationId, agentId, work.now)) {
    await work.timer('agent-offline', agentId, work.now + GRACE_MS)
  }
  return ok({})
}
