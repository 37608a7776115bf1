import * as z from 'zod'

import { InvitationId, InvitationSettings, VisitorId } from '../model/index.ts'
import { command } from './command.ts'

/**
 * Saves the visitor list and all invitations in their order; `version` is the one their author saw. Manual invitation
 * switched again too soon is refused with the time that remains (R-02-242).
 */
export const saveInvitations = command('invitations.save', {
  by: 'agent',
  permission: 'reception.invitations',
  sensitive: true,
  args: z.strictObject(InvitationSettings.omit({ manualChangedAt: true }).shape),
  result: z.object({ invitations: InvitationSettings }),
  codes: ['conflict', 'switched-lately', 'receiver-missing', 'picture-unusable'],
})

const CODES = [
  'manual-off',
  'visitor-left',
  'visitor-blocked',
  'visitor-in-session',
  'being-invited',
  'invited-often',
  'not-receivable',
  'nobody-receives',
  'declined-lately',
] as const

/** Invites somebody who is on a page now; of two agents the first one does (R-02-242, R-02-246). */
export const inviteVisitor = command('visitor.invite', {
  by: 'agent',
  permission: 'visitor.invite',
  args: z.strictObject({ visitorId: VisitorId }),
  result: z.object({ id: InvitationId }),
  codes: CODES,
})

/** Opens the chat on the visitor's page at once (R-02-253). */
export const startWithVisitor = command('visitor.start', {
  by: 'agent',
  permission: 'visitor.invite',
  args: z.strictObject({ visitorId: VisitorId }),
  result: z.object({ id: InvitationId }),
  codes: CODES,
})
