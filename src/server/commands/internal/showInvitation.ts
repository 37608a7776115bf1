import { refuse } from '../../../base/result.ts'
import type { InternalHandler } from '../handler.ts'
import { offer, settingsOf } from '../invitations/offer.ts'

/** An automatic invitation became due; the rule is read again, it may have been switched off meanwhile. */
export const showInvitation: InternalHandler<'invitation.show'> = async (work, { visitorId, ruleId }) => {
  const rule = (await settingsOf(work)).rules.find(({ id, on }) => id === ruleId && on)
  return rule ? offer(work, visitorId, { kind: 'automatic', rule }) : refuse('not-found')
}
