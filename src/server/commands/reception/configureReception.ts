import { ok, refuse } from '../../../base/result.ts'
import { botsNamed, groupsNamed } from '../../../domain/routing/measures.ts'
import type { Organization } from '../../../protocol/model/index.ts'
import { presencesOf } from '../../db/agentPresence.ts'
import { saveReception } from '../../db/organizations.ts'
import type { Handler } from '../handler.ts'
import { signalPresence } from './presence.ts'
import { applyRest } from './restSession.ts'
import { takeWaiting } from './takeWaiting.ts'

export const configureReception: Handler<'reception.configure'> = async (work, _principal, args) => {
  const { organization: before, agents, groups, bots } = await work.directory()
  if (before.version !== args.version) return refuse('conflict', { version: before.version })
  const unknown = args.reception.emergencyAgentIds.find((id) => {
    const known = agents.get(id)
    return !known || known.agent.disabled || !known.permissions.has('chat.external')
  })
  if (unknown !== undefined) {
    return refuse('member-cannot-receive', { agentName: agents.get(unknown)?.agent.name ?? '' })
  }
  const { overflow, offHours } = args.reception
  if (groupsNamed([...Object.values(overflow), offHours]).some((id) => !groups.has(id))) {
    return refuse('group-missing')
  }
  if (botsNamed([...Object.values(overflow), offHours]).some((id) => !bots.has(id))) {
    return refuse('bot-missing')
  }
  const organization: Organization = { ...before, ...args, version: before.version + 1 }
  await saveReception(work.tx, organization)
  work.publish('org', 'organization.changed', { organization })
  if (organization.reception.restMinutes !== before.reception.restMinutes)
    await applyRest(work, organization.reception)
  // Room for more customers may just have come (R-02-123).
  for (const { agent_id, online } of await presencesOf(work.tx, work.organizationId)) {
    if (online !== 1) continue
    if (organization.capacity !== before.capacity) await signalPresence(work, agent_id)
    await takeWaiting(work, agent_id)
  }
  return ok({ organization })
}
