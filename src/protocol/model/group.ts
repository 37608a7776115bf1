import * as z from 'zod'

import { BusinessHours } from './hours.ts'
import { AgentId, BotId, GroupId } from './ids.ts'
import { CUSTOMER_NOTE_LIMIT } from './limits.ts'
import { OffHoursPlan } from './measure.ts'
import { RoutingPolicy } from './organization.ts'
import { line, note, Version } from './primitives.ts'

/** What happens when a handler leaves the customer without an answer (R-02-190). */
export const TimeoutTransfer = z.object({
  minutes: z.int().min(1).max(60),
  /** What the customer reads then; empty: nothing (R-02-191). */
  customerNote: note(CUSTOMER_NOTE_LIMIT),
})
export type TimeoutTransfer = z.infer<typeof TimeoutTransfer>

export const ReceptionGroup = z.object({
  id: GroupId,
  name: line(1, 30),
  memberIds: z.array(AgentId).max(500),
  /** The main-account group: exists from the start, is first, is never deleted (R-02-050). */
  main: z.boolean(),
  /** Null: the organisation's policy. */
  policy: RoutingPolicy.nullable(),
  /** A customer's owner is asked before the members (R-02-086). */
  ownerFirst: z.boolean(),
  /** Null: sessions stay with whoever has them. */
  timeoutTransfer: TimeoutTransfer.nullable(),
  /** Null: those of the organisation (R-02-180). */
  hours: BusinessHours.nullable().default(null),
  /** What is done outside the hours; null: as the organisation does (R-02-181). */
  offHours: OffHoursPlan.nullable().default(null),
  /** Receives first; null: the members at once (R-02-084). */
  botId: BotId.nullable().default(null),
  version: Version,
})
export type ReceptionGroup = z.infer<typeof ReceptionGroup>

/** What a group is like before anybody has chosen anything for it (R-02-051). */
export const GROUP_DEFAULTS = {
  policy: null,
  ownerFirst: false,
  timeoutTransfer: null,
  hours: null,
  offHours: null,
  botId: null,
  version: 1,
} as const satisfies Partial<ReceptionGroup>
