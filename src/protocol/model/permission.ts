import * as z from 'zod'

/** The permissions that something in the product asks for; the whole catalogue is chapter 01 section 9. */
export const Permission = z.enum([
  'admin',
  'client.sign-in',
  'chat.external',
  'reception.receive',
  'reception.transfer',
  'reception.groups',
  'reception.routing',
  'reception.widgets',
  'reception.invitations',
  'reception.bots',
  'api.manage',
  'visitor.view',
  'visitor.invite',
  'quickreply.company',
  'block.company',
  'friend.add',
  'friend.delete',
  'main-account.friends',
  'customer.config',
  'customer.edit',
  'customer.timeline',
  'remark.private',
  'monitor.view',
  'monitor.force-transfer',
  'records.view',
  'records.search-all',
])
export type Permission = z.infer<typeof Permission>
