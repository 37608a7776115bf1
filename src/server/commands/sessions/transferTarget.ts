import type { AgentId, SessionTarget } from '../../../protocol/model/index.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Work } from '../../engine/work.ts'

/** Whether sessions may be meant for the target at all, confirmed or not. */
export const isTarget = async (work: Work, to: SessionTarget): Promise<boolean> =>
  isReceiverIn(await work.directory(), to)

/** Whether the target is a group, or somebody who may receive customers at all. */
export const isReceiverIn = ({ agents, groups }: Directory, to: SessionTarget): boolean => {
  if (to.kind === 'group') return groups.has(to.groupId)
  const known = agents.get(to.agentId)
  return (
    known !== undefined &&
    !known.agent.disabled &&
    known.permissions.has('reception.receive') &&
    known.permissions.has('chat.external')
  )
}

/** How colleagues call the target. */
export const nameOfTarget = async (work: Work, to: SessionTarget): Promise<string> =>
  to.kind === 'agent'
    ? nameOfAgent(work, to.agentId)
    : ((await work.directory()).groups.get(to.groupId)?.name ?? '')

/** Empty: nobody. */
export const nameOfAgent = async (work: Work, agentId: AgentId | null): Promise<string> =>
  agentId === null ? '' : ((await work.directory()).agents.get(agentId)?.agent.name ?? '')
