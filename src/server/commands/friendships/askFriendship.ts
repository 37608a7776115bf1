import { ok, refuse } from '../../../base/result.ts'
import { findConversation } from '../../db/conversations.ts'
import { conversationsOfCustomer } from '../../db/faces.ts'
import { isFollowing } from '../../db/follows.ts'
import { openOffersOf } from '../../db/offers.ts'
import { makeOffer } from '../faces/makeOffer.ts'
import { pathOfRow } from '../faces/pathOfRow.ts'
import type { Handler } from '../handler.ts'

export const askFriendship: Handler<'friendship.ask'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const conversation = await findConversation(tx, organizationId, args.conversationId)
  if (!conversation || !(await isFollowing(tx, organizationId, agentId, `thread:${args.conversationId}`))) {
    return refuse('not-found')
  }
  if (conversation.channel !== 'im') return refuse('no-account')
  const faceId = args.as === 'agent' ? agentId : null
  const all = await conversationsOfCustomer(tx, organizationId, conversation.customer_id)
  const theirs = all.filter(({ channel, face_agent_id }) => channel === 'im' && face_agent_id === faceId)
  if (theirs.some(({ friend_since }) => friend_since !== null)) return refuse('already-friends')
  if (!(await pathOfRow(work, conversation)).open) return refuse('path-closed')
  const open = await openOffersOf(tx, organizationId, conversation.id)
  if (open.some((offer) => offer.kind === 'friend' && offer.agentId === faceId))
    return refuse('already-asked')
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const id = await makeOffer(work, thread, {
    kind: 'friend',
    conversationId: conversation.id,
    agentId: faceId,
    fromAgentId: agentId,
    sessionId: null,
    remark: args.remark,
    groupId: faceId === null ? null : (args.groupId ?? null),
    text: args.text,
    until: null,
  })
  return ok({ id })
}
