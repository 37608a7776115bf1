import * as z from 'zod'

import { AgentId, ContactGroupId, ConversationId, CustomerId } from './ids.ts'
import { CONTACT_LIMITS } from './limits.ts'
import { Instant, line } from './primitives.ts'

/** The two parts of an agent's address book: whom they starred (R-02-312), and their own friends (R-02-297). */
export const ContactList = z.enum(['favorites', 'friends'])
export type ContactList = z.infer<typeof ContactList>

/** Under what an agent files contacts; every agent has their own. */
export const ContactGroup = z.object({
  id: ContactGroupId,
  list: ContactList,
  name: line(1, CONTACT_LIMITS.groupName),
})
export type ContactGroup = z.infer<typeof ContactGroup>

/** Where an agent keeps a customer. Friends are there without one until they are filed. */
export const Contact = z.object({
  list: ContactList,
  customerId: CustomerId,
  /** Null: in no group. */
  groupId: ContactGroupId.nullable(),
  at: Instant,
})
export type Contact = z.infer<typeof Contact>

/** A colleague among the agent's favourites, in the groups that customers are in, too (R-03-066). */
export const StarredColleague = z.object({
  agentId: AgentId,
  /** Null: in no group. */
  groupId: ContactGroupId.nullable(),
  at: Instant,
})
export type StarredColleague = z.infer<typeof StarredColleague>

/** Who is behind an entry of the address book, and where one talks to them. */
export const ContactPerson = z.object({
  customerId: CustomerId,
  /** Empty while unknown; then the number is shown. */
  name: z.string(),
  number: z.int(),
  /** Null: there is no conversation one could open. */
  conversationId: ConversationId.nullable(),
})
export type ContactPerson = z.infer<typeof ContactPerson>
