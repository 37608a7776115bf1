import * as z from 'zod'

import { AgentId, PoolEntry, SessionId } from '../model/index.ts'
import { event } from './event.ts'

export const poolEntered = event('pool.entered', 'pool', z.object({ entry: PoolEntry }))
export const poolChanged = event('pool.changed', 'pool', z.object({ entry: PoolEntry }))
export const poolLeft = event(
  'pool.left',
  'pool',
  z.object({
    sessionId: SessionId,
    /** `moved`: it waits on, for somebody else. */
    cause: z.enum(['accepted', 'assigned', 'abandoned', 'dismissed', 'moved']),
    agentId: AgentId.nullable(),
  }),
)
