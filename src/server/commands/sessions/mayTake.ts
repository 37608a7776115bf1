import type { Session } from '../../../protocol/model/index.ts'
import type { KnownAgent } from '../../engine/directory.ts'

/** One's own, one's groups', or anybody's with the permission (R-02-119). */
export const mayTake = (known: KnownAgent, { target }: Session): boolean =>
  known.permissions.has('customer.config') ||
  (target.kind === 'group' ? known.groupIds.has(target.groupId) : target.agentId === known.agent.id)
