import * as z from 'zod'

import { AgentId, CustomerId, CustomFieldId, StageId, TagId } from './ids.ts'
import { CONTACT_VALUES_LIMIT } from './limits.ts'
import { Instant, Version, line } from './primitives.ts'
import { SaidOfVisitor } from './siteKeys.ts'
import { FilledForm } from './visitorForm.ts'

export const CustomerType = z.enum(['new', 'potential', 'won'])
export type CustomerType = z.infer<typeof CustomerType>

export const Ownership = z.enum(['company-pool', 'team-pool', 'owned'])
export type Ownership = z.infer<typeof Ownership>

/** Nothing a blocked customer writes reaches the organisation (R-02-301, R-02-302). */
export const CustomerBlock = z.object({
  reason: z.string().max(200),
  at: Instant,
  /** Null: until somebody takes it back. */
  until: Instant.nullable(),
  byId: AgentId,
})
export type CustomerBlock = z.infer<typeof CustomerBlock>

/** A customer whom one agent blocked for themselves (R-02-300). */
export const BlockEntry = z.object({
  customerId: CustomerId,
  number: z.int(),
  name: z.string(),
  at: Instant,
})
export type BlockEntry = z.infer<typeof BlockEntry>

/** Whom the company blocked, as its list tells of them (R-15-042). */
export const CompanyBlock = BlockEntry.extend({
  until: Instant.nullable(),
  reason: z.string(),
  byId: AgentId,
})
export type CompanyBlock = z.infer<typeof CompanyBlock>

/** What agents fill in besides the fields every customer has; what is not there is empty. */
export const CustomerDetails = z.object({
  gender: z.enum(['female', 'male', 'other']).optional(),
  /** Such as 1999-12-31. */
  birthday: z.string().max(10).optional(),
  education: line(0, 32).optional(),
  /** Beside the main ones. */
  phones: z
    .array(line(1, 32))
    .max(CONTACT_VALUES_LIMIT - 1)
    .optional(),
  emails: z
    .array(line(1, 128))
    .max(CONTACT_VALUES_LIMIT - 1)
    .optional(),
  /** Of the fields that the company made. */
  custom: z.record(CustomFieldId, z.string()).optional(),
})
export type CustomerDetails = z.infer<typeof CustomerDetails>

/** One natural person. Everything said by the visitor is untrusted text. */
export const Customer = z.object({
  id: CustomerId,
  /** Shown as "Visitor 1024" while there is no name. */
  number: z.int().min(1),
  name: line(0, 64),
  phone: line(0, 32),
  email: line(0, 128),
  company: line(0, 64),
  region: line(0, 64),
  language: z.string().max(16),
  /** Where the first visit came from: a host, a campaign, or empty for direct. */
  source: line(0, 128),
  type: CustomerType,
  ownership: Ownership,
  ownerId: AgentId.nullable(),
  tagIds: z.array(TagId).max(100),
  note: z.string().max(2000),
  createdAt: Instant,
  details: CustomerDetails.optional(),
  /** How far the company has come with them; not there: nobody has said. */
  stageId: StageId.optional(),
  /** Their id in the company's own system, proved by its signature (R-18-053). */
  verifiedAs: z.string().max(128).optional(),
  /** Addresses they have signed in with, proved by a code that was sent there (R-02-011). */
  verifiedEmail: z.string().max(128).optional(),
  verifiedPhone: z.string().max(32).optional(),
  /** What they said of themselves without proof (R-18-054). */
  said: SaidOfVisitor.optional(),
  /** What they answered before a chat (R-18-056). */
  filled: FilledForm.optional(),
  /** Only while the customer is blocked. */
  block: CustomerBlock.optional(),
  version: Version,
})
export type Customer = z.infer<typeof Customer>

export const Tag = z.object({
  id: TagId,
  groupName: line(1, 32),
  name: line(1, 32),
  color: z.enum(['grey', 'red', 'orange', 'green', 'blue', 'purple']),
  position: z.int(),
})
export type Tag = z.infer<typeof Tag>
