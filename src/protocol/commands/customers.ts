import * as z from 'zod'

import { AgentId, Customer, CustomerId, CustomerType, note, TagId, Version, line } from '../model/index.ts'
import { POOL_BATCH_LIMIT } from '../model/limits.ts'
import { command } from './command.ts'

/** The fields an agent may fill in. */
export const CustomerFields = z.strictObject({
  name: line(0, 64).optional(),
  phone: line(0, 32)
    .regex(/^[+\d][\d ()-]*$|^$/u)
    .optional(),
  email: z.union([z.email().max(128), z.literal('')]).optional(),
  company: line(0, 64).optional(),
  note: z.string().max(2000).optional(),
  type: CustomerType.optional(),
})
export type CustomerFields = z.infer<typeof CustomerFields>

/** Edits single fields. First saved wins: an older `version` is refused with the present row (R-17-029). */
export const editCustomer = command('customer.edit', {
  by: 'agent',
  permission: 'customer.edit',
  args: z.strictObject({ customerId: CustomerId, version: Version, fields: CustomerFields }),
  result: z.object({ customer: Customer }),
  codes: ['conflict'],
})

/** Adds and removes tags; changes of several people are merged, so there is no version. */
export const tagCustomer = command('customer.tag', {
  by: 'agent',
  permission: 'customer.edit',
  args: z.strictObject({
    customerId: CustomerId,
    add: z.array(TagId).max(50),
    remove: z.array(TagId).max(50),
  }),
  result: z.object({ customer: Customer }),
  codes: ['too-many-tags'],
})

/** Blocks a customer on all their identities; an open session ends (R-02-301). A second block replaces the first. */
export const blockCustomer = command('customer.block', {
  by: 'agent',
  permission: 'block.company',
  sensitive: true,
  args: z.strictObject({
    customerId: CustomerId,
    reason: note(100),
    /** Null: until somebody takes it back. */
    hours: z.int().min(1).max(8760).nullable(),
  }),
  result: z.object({ customer: Customer }),
  codes: [],
})

export const unblockCustomer = command('customer.unblock', {
  by: 'agent',
  permission: 'block.company',
  sensitive: true,
  args: z.strictObject({ customerId: CustomerId }),
  result: z.object({ customer: Customer }),
  codes: [],
})

/** Gives customers, many at once, to an agent who is asked first from then on, or with null to everybody (R-02-128). */
export const setOwner = command('customer.set-owner', {
  by: 'agent',
  permission: 'customer.config',
  sensitive: true,
  args: z.strictObject({
    customerIds: z.array(CustomerId).min(1).max(POOL_BATCH_LIMIT),
    ownerId: AgentId.nullable(),
  }),
  result: z.object({}),
  codes: [],
})
