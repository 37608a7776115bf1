import * as z from 'zod'

import { CustomerId, CustomerSettings, FollowRecord, FollowRecordId } from '../model/index.ts'
import { FOLLOW_RECORD_LIMIT } from '../model/limits.ts'
import { command } from './command.ts'

const text = z.string().trim().min(1).max(FOLLOW_RECORD_LIMIT)

/** Notes what was done for a customer; everybody who sees the customer reads it. */
export const addFollowRecord = command('follow-record.add', {
  by: 'agent',
  permission: 'customer.edit',
  args: z.strictObject({ customerId: CustomerId, text }),
  result: z.object({ record: FollowRecord }),
  codes: [],
})

/** Changes one's own record, in its first day; `was` is the text its author saw. */
export const editFollowRecord = command('follow-record.edit', {
  by: 'agent',
  permission: 'customer.edit',
  args: z.strictObject({
    customerId: CustomerId,
    id: FollowRecordId,
    was: z.string().max(FOLLOW_RECORD_LIMIT),
    text,
  }),
  result: z.object({ record: FollowRecord }),
  codes: ['conflict', 'record-too-late', 'not-your-record'],
})

/** Takes one's own record back, in its first day. */
export const removeFollowRecord = command('follow-record.remove', {
  by: 'agent',
  permission: 'customer.edit',
  args: z.strictObject({ customerId: CustomerId, id: FollowRecordId }),
  result: z.object({}),
  codes: ['record-too-late', 'not-your-record'],
})

/** Saves stages and fields as a whole; `version` is the one their author saw: whoever saved first wins. */
export const saveCustomerSettings = command('customer-settings.save', {
  by: 'agent',
  permission: 'customer.config',
  sensitive: true,
  args: CustomerSettings,
  result: z.object({ settings: CustomerSettings }),
  codes: ['conflict', 'profile-name-taken', 'stage-used', 'field-kind', 'no-options'],
})
