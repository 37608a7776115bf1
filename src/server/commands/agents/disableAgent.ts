import { ok, refuse } from '../../../base/result.ts'
import type { Agent } from '../../../protocol/model/index.ts'
import { saveDisabled } from '../../db/agents.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { takeWaiting } from '../reception/takeWaiting.ts'
import { takeFromAgent } from './takeFromAgent.ts'

export const disableAgent: Handler<'agent.disable'> = async (work, principal, { agentId }) => {
  const known = (await work.directory()).agents.get(agentId)
  if (!known) return refuse('not-found')
  if (known.agent.disabled) return ok({ agent: known.agent })
  // Nobody locks themselves or their equals out; that is the super admin's.
  if (agentId === principal.agentId || known.permissions.has('admin')) return refuse('forbidden')
  const agent = await save(work, { ...known.agent, disabled: true })
  await takeFromAgent(work, agentId)
  return ok({ agent })
}

export const enableAgent: Handler<'agent.enable'> = async (work, _principal, { agentId }) => {
  const known = (await work.directory()).agents.get(agentId)
  if (!known) return refuse('not-found')
  if (!known.agent.disabled) return ok({ agent: known.agent })
  const agent = await save(work, { ...known.agent, disabled: false })
  // Whoever is back within their minute of grace receives at once (R-02-123).
  await takeWaiting(work, agentId)
  return ok({ agent })
}

const save = async (work: Work, agent: Agent): Promise<Agent> => {
  await saveDisabled(work.tx, work.organizationId, agent.id, agent.disabled)
  work.publish('org', 'agent.changed', { agent })
  return agent
}
