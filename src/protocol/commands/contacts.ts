import * as z from 'zod'

import {
  AgentId,
  Contact,
  ContactGroup,
  ContactGroupId,
  ContactList,
  CustomerId,
  StarredColleague,
} from '../model/index.ts'
import { command } from './command.ts'

/** Makes a group of the own address book, or names it anew. Two of one list do not share a name (R-05-006). */
export const saveContactGroup = command('contact-group.save', {
  by: 'agent',
  permission: null,
  args: ContactGroup.strict(),
  result: z.object({ group: ContactGroup }),
  codes: ['name-taken', 'too-many-groups'],
})

/** Who was in it is in no group afterwards (R-05-009). */
export const removeContactGroup = command('contact-group.remove', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ id: ContactGroupId }),
  result: z.object({}),
  codes: [],
})

/** Stars a customer or files a friend, or moves them to another group of the list. */
export const fileContact = command('contact.file', {
  by: 'agent',
  permission: null,
  args: z.strictObject({
    list: ContactList,
    customerId: CustomerId,
    groupId: ContactGroupId.nullable(),
  }),
  result: z.object({ contact: Contact }),
  codes: ['too-many-favorites', 'no-friends', 'group-gone'],
})

/** Takes the star away; friendships are ended otherwise. */
export const removeContact = command('contact.remove', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ customerId: CustomerId }),
  result: z.object({}),
  codes: [],
})

/** Puts a colleague among the favourites, or into another group of them. */
export const starColleague = command('colleague.star', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ agentId: AgentId, groupId: ContactGroupId.nullable() }),
  result: z.object({ colleague: StarredColleague }),
  codes: ['too-many-favorites', 'group-gone'],
})

export const unstarColleague = command('colleague.unstar', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ agentId: AgentId }),
  result: z.object({}),
  codes: [],
})
