import { ok } from '../../../base/result.ts'
import { markConnected, markDisconnected } from '../../db/agentPresence.ts'
import type { InternalHandler } from '../handler.ts'
import { signalPresence } from '../reception/presence.ts'
import { takeWaiting } from '../reception/takeWaiting.ts'

/** Presence outlives the connection by this much (R-02-065). */
const GRACE_MS = 60_000

export const agentConnected: InternalHandler<'agent.connected'> = async (work, { agentId }) => {
  await markConnected(work.tx, work.organizationId, agentId)
  await work.cancelTimer('agent-offline', agentId)
  await work.cancelTimer('agent-away', agentId)
  await signalPresence(work, agentId)
  await takeWaiting(work, agentId)
  return ok({})
}

export const agentDisconnected: InternalHandler<'agent.disconnected'> = async (work, { agentId }) => {
  if (await markDisconnected(work.tx, work.organizationId, agentId, work.now)) {
    await work.timer('agent-offline', agentId, work.now + GRACE_MS)
  }
  return ok({})
}
