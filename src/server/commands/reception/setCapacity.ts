import { ok, refuse } from '../../../base/result.ts'
import { saveCapacity } from '../../db/agents.ts'
import type { Handler } from '../handler.ts'
import { signalPresence } from './presence.ts'
import { takeWaiting } from './takeWaiting.ts'

export const setCapacity: Handler<'agent.set-capacity'> = async (
  work,
  _principal,
  { agentIds, capacity },
) => {
  const { agents } = await work.directory()
  const known = [...new Set(agentIds)].map((id) => agents.get(id)?.agent)
  if (known.includes(undefined)) return refuse('not-found')
  for (const before of known) {
    if (!before || before.capacity === capacity) continue
    const agent = { ...before, capacity }
    await saveCapacity(work.tx, work.organizationId, agent.id, capacity)
    work.publish('org', 'agent.changed', { agent })
    await signalPresence(work, agent.id)
    await takeWaiting(work, agent.id)
  }
  return ok({})
}
