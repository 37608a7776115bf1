import { ok, refuse } from '../../../base/result.ts'
import type { AgentId, ContactGroupId, CustomerId, Face, Offer } from '../../../protocol/model/index.ts'
import { isBlockedBy } from '../../db/blockEntries.ts'
import { contactGroupsOf } from '../../db/contacts.ts'
import { findConversation, type ConversationRow } from '../../db/conversations.ts'
import { findCustomer, saveCustomerFields } from '../../db/customers.ts'
import { renewPath } from '../../db/faces.ts'
import { findIdentity, type Identity } from '../../db/identities.ts'
import { findOffer } from '../../db/offers.ts'
import { savePrivateRemark } from '../../db/privateRemarks.ts'
import { findSession } from '../../db/sessions.ts'
import { threadHeadOf } from '../../db/threadHeads.ts'
import type { Work } from '../../engine/work.ts'
import { keepContact } from '../contacts/keepContact.ts'
import { publishCustomer } from '../customers/visibleCustomer.ts'
import { conversationOf } from '../faces/conversationOf.ts'
import { closeOffer, dropOffer } from '../faces/makeOffer.ts'
import { moveToFace } from '../faces/moveToFace.ts'
import { makeFriends, publishPath } from '../friendships/makeFriends.ts'
import type { Handler } from '../handler.ts'
import { giveThread } from '../reception/assignSession.ts'
import type { Thread } from '../reception/thread.ts'
import { isTarget } from '../sessions/transferTarget.ts'

/** Opening a card commits what it offers, once (R-02-207). */
export const answerOfferAsCustomer: Handler<'customer.answer-offer'> = async (
  work,
  { identityId, customerId },
  { offerId, accept },
) => {
  const { tx, organizationId, now } = work
  const offer = await findOffer(tx, organizationId, offerId)
  const conversation = offer && (await findConversation(tx, organizationId, offer.conversationId))
  const identity = await findIdentity(tx, organizationId, identityId)
  if (!offer || conversation?.customer_id !== customerId || !identity) return refuse('not-found')
  if (offer.state === 'accepted' && accept) return ok({ with: offer.agentId })
  if (offer.state !== 'open' || (offer.until !== null && offer.until <= now)) return refuse('offer-over')
  if (!accept) {
    await dropOffer(work, offerId, 'declined')
    return ok({ with: offer.agentId })
  }
  if (await isBlocked(work, offer, customerId)) return refuse('not-accepted')
  const thread: Thread = { id: conversation.id, lastSeq: conversation.last_seq }
  if (offer.kind === 'friend') await befriend(work, thread, offer, identity)
  else if (offer.kind === 'invite') await meet(work, thread, offer, identity)
  else if (!(await takeOver(work, thread, offer, identity))) return refuse('offer-over')
  return ok({ with: offer.agentId })
}

/** By the company, or by the agent the card is about. */
const isBlocked = async (
  { tx, organizationId }: Work,
  { conversationId, agentId }: Offer,
  customerId: CustomerId,
): Promise<boolean> => {
  const head = await threadHeadOf(tx, organizationId, conversationId)
  if (head?.blocked !== false) return true
  return agentId !== null && (await isBlockedBy(tx, organizationId, customerId, agentId))
}

const befriend = async (work: Work, thread: Thread, offer: Offer, identity: Identity): Promise<void> => {
  const face: Face = offer.agentId ? { kind: 'agent', agentId: offer.agentId } : { kind: 'organization' }
  const { id: conversationId } = await conversationOf(work, identity, face)
  await closeOffer(work, thread, offer, 'accepted', { conversationId })
  await makeFriends(work, identity, face)
  if (offer.agentId && offer.groupId) await fileFriend(work, offer.agentId, identity, offer.groupId)
  if (offer.remark === '') return
  if (offer.agentId) await remarkFor(work, offer.agentId, identity, offer.remark)
  else await rename(work, identity, offer.remark)
}

/** Under the group chosen when asking, if it is still there (R-02-297). */
const fileFriend = async (
  work: Work,
  agentId: AgentId,
  { customerId }: Identity,
  groupId: ContactGroupId,
): Promise<void> => {
  const groups = await contactGroupsOf(work.tx, work.organizationId, agentId)
  if (!groups.some(({ id, list }) => id === groupId && list === 'friends')) return
  await keepContact(work, agentId, { list: 'friends', customerId, groupId, at: work.now })
}

/** Whoever asked finds the conversation in their list, and may write (R-02-293). */
const meet = async (work: Work, thread: Thread, offer: Offer, identity: Identity): Promise<void> => {
  const { agentId } = offer
  if (!agentId) throw new Error('an agent asks for themselves')
  const there = await renewed(work, await conversationOf(work, identity, { kind: 'agent', agentId }))
  await closeOffer(work, thread, offer, 'accepted')
  await giveThread(work, { id: there.id, lastSeq: there.last_seq }, agentId, there.last_seq + 1)
}

/** What the main account calls a friend is their name in the library; of several the last one counts (R-02-297). */
const rename = async (work: Work, { customerId }: Identity, name: string): Promise<void> => {
  const customer = await findCustomer(work.tx, work.organizationId, customerId)
  if (!customer) return
  await saveCustomerFields(work.tx, work.organizationId, { ...customer, name }, customer.version)
  await publishCustomer(work, customerId)
}

/** What an agent calls a friend is between them and nobody else. */
const remarkFor = async (
  work: Work,
  agentId: Parameters<typeof savePrivateRemark>[2],
  { customerId }: Identity,
  text: string,
): Promise<void> => {
  const remark = { customerId, text }
  await savePrivateRemark(work.tx, work.organizationId, agentId, remark)
  work.publish(`agent:${agentId}`, 'private-remark.changed', { remark })
}

/** False: the session it was about has ended, or the agent is gone. */
const takeOver = async (work: Work, thread: Thread, offer: Offer, identity: Identity): Promise<boolean> => {
  const { tx, organizationId } = work
  const { agentId, sessionId, fromAgentId } = offer
  const stored = sessionId ? await findSession(tx, organizationId, sessionId) : undefined
  if (!agentId || stored?.session.offer?.id !== offer.id) return false
  if (!(await isTarget(work, { kind: 'agent', agentId }))) return false
  await closeOffer(work, thread, offer, 'accepted')
  const there = await renewed(work, await conversationOf(work, identity, { kind: 'agent', agentId }))
  const notes = { customerNote: '', colleagueNote: offer.remark }
  await moveToFace(work, thread, stored, there, { notes, fromAgentId, cause: 'transferred' })
  return true
}

/** Whoever opens a card may be written to from now on, as if they had written (R-02-281). */
const renewed = async (work: Work, conversation: ConversationRow): Promise<ConversationRow> => {
  const row = { ...conversation, last_customer_at: work.now, replies: 0 }
  await renewPath(work.tx, work.organizationId, conversation.id, work.now)
  publishPath(work, row)
  return row
}
