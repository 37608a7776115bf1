import type { SessionTarget } from '../../../protocol/model/index.ts'
import { presentMembers } from '../../db/agentPresence.ts'
import type { Work } from '../../engine/work.ts'
import { takeWaiting } from './takeWaiting.ts'

/** Whoever can take what waits for the target already need not wait for becoming able to (R-02-123, R-02-124). */
export const giveOut = async (work: Work, target: SessionTarget): Promise<void> => {
  if (target.kind === 'agent') {
    await takeWaiting(work, target.agentId)
    return
  }
  if (!(await work.directory()).organization.reception.autoAssignGroupPool) return
  for (const { agent_id } of await presentMembers(work.tx, work.organizationId, target.groupId)) {
    await takeWaiting(work, agent_id)
  }
}
