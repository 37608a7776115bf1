import { ok, refuse } from '../../../base/result.ts'
import type { InvitationId } from '../../../protocol/model/index.ts'
import { answerInvitation as answerRow, findInvitation } from '../../db/invitations.ts'
import type { Work } from '../../engine/work.ts'
import type { InternalHandler } from '../handler.ts'

/** The visitor accepts or declines (R-02-245); a second answer changes nothing. */
export const answerInvitation: InternalHandler<'invitation.answer'> = async (work, args) => {
  const row = await findInvitation(work.tx, work.organizationId, args.id)
  // The id alone proves nothing: it must be the visitor's own.
  if (row?.visitor !== args.visitor) return refuse('not-found')
  const state = args.accepted ? 'accepted' : 'declined'
  if (await settle(work, row.id, row.visitor, state, args.elsewhere))
    await work.cancelTimer('invitation-ignored', row.id)
  return ok({})
}

/** Nobody did anything with it for a minute (R-02-245). */
export const ignoreInvitation = async (work: Work, id: InvitationId): Promise<void> => {
  const row = await findInvitation(work.tx, work.organizationId, id)
  if (row) await settle(work, id, row.visitor, 'ignored')
}

const settle = async (
  work: Work,
  id: InvitationId,
  visitor: string,
  state: 'accepted' | 'declined' | 'ignored',
  elsewhere = false,
): Promise<boolean> => {
  if (!(await answerRow(work.tx, work.organizationId, id, state, work.now))) return false
  work.signal({ kind: 'invitation', visitor, id, state, opens: false, elsewhere })
  return true
}
