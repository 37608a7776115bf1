import * as z from 'zod'

import { CUSTOM_TEXT_LIMIT, isDay, isEmail, isPhone } from '../customerFieldRules.ts'
import {
  AgentId,
  Customer,
  CustomerId,
  CustomerType,
  CustomFieldId,
  FieldKey,
  FieldValue,
  note,
  StageId,
  TagId,
  Version,
  line,
} from '../model/index.ts'
import { CONTACT_VALUES_LIMIT, POOL_BATCH_LIMIT } from '../model/limits.ts'
import { command } from './command.ts'

const Phone = line(0, 32).refine(isPhone)
const Email = line(0, 128).refine(isEmail)

/** The fields an agent may fill in. */
export const CustomerFields = z.strictObject({
  name: line(0, 64).optional(),
  phone: Phone.optional(),
  email: Email.optional(),
  company: line(0, 64).optional(),
  note: z.string().max(2000).optional(),
  type: CustomerType.optional(),
  region: line(0, 64).optional(),
  gender: z.enum(['', 'female', 'male', 'other']).optional(),
  birthday: z
    .string()
    .refine((text) => text === '' || isDay(text))
    .optional(),
  education: line(0, 32).optional(),
  /** Beside the main ones. */
  phones: z
    .array(Phone.min(1))
    .max(CONTACT_VALUES_LIMIT - 1)
    .optional(),
  emails: z
    .array(Email.min(1))
    .max(CONTACT_VALUES_LIMIT - 1)
    .optional(),
  /** Of the fields that the company made; an empty value goes. */
  custom: z.record(CustomFieldId, z.string().trim().max(CUSTOM_TEXT_LIMIT)).optional(),
})
export type CustomerFields = z.infer<typeof CustomerFields>

/**
 * Edits single fields. First saved wins, field by field: `was` holds what their author saw in them, and where another value
 * is there by now the command is refused with its name and its author (R-03-126). Without it an older `version` is refused
 * (R-17-029).
 */
export const editCustomer = command('customer.edit', {
  by: 'agent',
  permission: 'customer.edit',
  args: z.strictObject({
    customerId: CustomerId,
    version: Version,
    was: z.record(FieldKey, FieldValue).optional(),
    fields: CustomerFields,
  }),
  result: z.object({ customer: Customer }),
  codes: ['conflict', 'wrong-value'],
})

/** Says how far the company has come with a customer; null: nothing is said. `was` as in `customer.edit`. */
export const setStage = command('customer.set-stage', {
  by: 'agent',
  permission: 'customer.stage',
  args: z.strictObject({
    customerId: CustomerId,
    stageId: StageId.nullable(),
    was: StageId.nullable(),
  }),
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
