import type { Session } from '../../../protocol/model/index.ts'
import type { KnownAgent } from '../../engine/directory.ts'

/**
 * One's own, one's groups', or anybody's with the permission (R-02-119). Who chose one agent as the one they talk to waits for
 * nobody else.
 */
export const mayTake = (known: KnownAgent, { target, face }: Session): boolean =>
  face ? face.agentId === known.agent.id : mayTakeAny(known, target)

const mayTakeAny = (known: KnownAgent, target: Session['target']): boolean =>
  known.permissions.has('customer.config') ||
  (target.kind === 'group' ? known.groupIds.has(target.groupId) : target.agentId === known.agent.id)
