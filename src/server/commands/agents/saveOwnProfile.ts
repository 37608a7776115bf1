import { ok, refuse } from '../../../base/result.ts'
import { saveNames } from '../../db/agents.ts'
import type { Handler } from '../handler.ts'

export const saveOwnProfile: Handler<'agent-profile.save'> = async (work, { agentId }, names) => {
  const before = (await work.directory()).agents.get(agentId)?.agent
  if (!before) return refuse('not-found')
  const agent = { ...before, ...names }
  await saveNames(work.tx, work.organizationId, agentId, names)
  work.publish('org', 'agent.changed', { agent })
  return ok({ agent })
}
