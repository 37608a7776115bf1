import * as z from 'zod'

import { AgentId, GroupId } from './ids.ts'
import { RoutingPolicy } from './organization.ts'
import { line } from './primitives.ts'

export const ReceptionGroup = z.object({
  id: GroupId,
  name: line(1, 30),
  memberIds: z.array(AgentId).max(500),
  /** The main-account group: exists from the start, is first, is never deleted (R-02-050). */
  main: z.boolean(),
  /** Null: the organisation's policy. */
  policy: RoutingPolicy.nullable(),
})
export type ReceptionGroup = z.infer<typeof ReceptionGroup>
