import * as z from 'zod'

import { isEmptyText } from '../companyTexts.ts'
import { companyText } from './companyText.ts'
import { BotId, GroupId } from './ids.ts'
import { COMPANY_TEXT_LIMIT } from './limits.ts'

/** Says something to the customer; what comes next in the list happens too. */
const Text = z.strictObject({
  kind: z.literal('text'),
  text: companyText(COMPANY_TEXT_LIMIT).refine((text) => !isEmptyText(text)),
})
const OtherGroup = z.strictObject({ kind: z.literal('other-group'), groupId: GroupId })
const PendingPool = z.strictObject({ kind: z.literal('pending-pool') })
/** A bot receives; not a second time in one session. */
const ByBot = z.strictObject({ kind: z.literal('bot'), botId: BotId })
const LeaveMessage = z.strictObject({ kind: z.literal('leave-message') })

/** What may be done for a customer outside business hours (R-02-181). */
export const OffHoursMeasure = z.discriminatedUnion('kind', [
  Text,
  ByBot,
  LeaveMessage,
  PendingPool,
  OtherGroup,
])
export type OffHoursMeasure = z.infer<typeof OffHoursMeasure>

/** What may be done for a customer whom nobody can receive now (R-02-100). */
export const Measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('emergency-agent') }),
  OtherGroup,
  ByBot,
  PendingPool,
  z.strictObject({ kind: z.literal('random-member') }),
  LeaveMessage,
  Text,
])
export type Measure = z.infer<typeof Measure>

/** Tried in order; where none helps the customer is asked to leave a message (R-02-105). */
const MOST = 10
export const Overflow = z.array(Measure).max(MOST)
export type Overflow = z.infer<typeof Overflow>
export const OffHoursPlan = z.array(OffHoursMeasure).max(MOST)
export type OffHoursPlan = z.infer<typeof OffHoursPlan>

/** Without a measure the customer is asked to leave a message. */
export const OVERFLOW_DEFAULT: Overflow = [
  { kind: 'emergency-agent' },
  { kind: 'pending-pool' },
  { kind: 'leave-message' },
]
export const OFF_HOURS_DEFAULT: OffHoursPlan = [{ kind: 'leave-message' }]
