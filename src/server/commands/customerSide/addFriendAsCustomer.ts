import { ok, refuse } from '../../../base/result.ts'
import type { Face } from '../../../protocol/model/index.ts'
import { isBlockedBy } from '../../db/blockEntries.ts'
import { findConversation } from '../../db/conversations.ts'
import { findIdentity } from '../../db/identities.ts'
import { threadHeadOf } from '../../db/threadHeads.ts'
import { partFriends } from '../friendships/endFriendship.ts'
import { makeFriends } from '../friendships/makeFriends.ts'
import type { Handler } from '../handler.ts'

/** The agent is whoever talks to the customer now: nobody else's name was ever shown to them. */
export const addFriendAsCustomer: Handler<'customer.add-friend'> = async (
  work,
  principal,
  { with: wanted },
) => {
  const { tx, organizationId } = work
  const head = await threadHeadOf(tx, organizationId, principal.conversationId)
  const identity = await findIdentity(tx, organizationId, principal.identityId)
  if (!head || !identity) return refuse('not-found')
  if (head.blocked) return refuse('not-accepted')
  if (identity.channel !== 'im') return refuse('no-account')
  const agentId = wanted === 'agent' ? (head.faceAgentId ?? head.open?.handlerId ?? null) : null
  if (wanted === 'agent' && agentId === null) return refuse('not-found')
  const face: Face = agentId ? { kind: 'agent', agentId } : { kind: 'organization' }
  if (agentId && (await isBlockedBy(tx, organizationId, principal.customerId, agentId))) {
    return refuse('not-accepted')
  }
  await makeFriends(work, identity, face)
  return ok({ with: agentId })
}

export const removeFriendAsCustomer: Handler<'customer.remove-friend'> = async (work, { conversationId }) => {
  const conversation = await findConversation(work.tx, work.organizationId, conversationId)
  if (conversation && conversation.friend_since !== null) await partFriends(work, conversation)
  return ok({})
}
