import type { Offer, OfferId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { findOffer, insertOffer, settleOffer } from '../../db/offers.ts'
import { insertJournalEntry } from '../../db/sessionJournal.ts'
import { findSession, saveSession, type StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { appendLine, carryReader, type Thread } from '../reception/thread.ts'
import { nameOfAgent } from '../sessions/transferTarget.ts'

/** Puts the card into the thread; whoever it is about and who asked stand in its line for colleagues. */
export const makeOffer = async (
  work: Work,
  thread: Thread,
  plan: Omit<Offer, 'id' | 'state' | 'at' | 'groupId'> & Partial<Pick<Offer, 'groupId'>>,
): Promise<OfferId> => {
  const hadRead = thread.lastSeq
  const offer: Offer = { groupId: null, ...plan, id: work.ids.next() as OfferId, state: 'open', at: work.now }
  await insertOffer(work.tx, work.organizationId, offer)
  if (offer.until !== null) await work.timer('offer-end', offer.id, offer.until)
  await appendLine(work, thread, offer.sessionId, 'offer-made', {
    id: offer.id,
    about: offer.kind,
    agentId: offer.agentId ?? '',
    name: await nameOfAgent(work, offer.agentId),
    from: await nameOfAgent(work, offer.fromAgentId),
    ...(offer.text && { text: offer.text }),
    ...(offer.until !== null && { until: String(offer.until) }),
  })
  await carryReader(work, offer.fromAgentId, thread, hadRead)
  return offer.id
}

/** Nobody need answer it any more; false: it was over already. `more` stands in its line for colleagues. */
export const closeOffer = async (
  work: Work,
  thread: Thread,
  offer: Offer,
  state: Exclude<Offer['state'], 'open'>,
  more: Readonly<Record<string, string>> = {},
): Promise<boolean> => {
  if (!(await settleOffer(work.tx, work.organizationId, offer.id, state, work.now))) return false
  if (offer.until !== null) await work.cancelTimer('offer-end', offer.id)
  await appendLine(work, thread, offer.sessionId, 'offer-answered', {
    id: offer.id,
    about: offer.kind,
    outcome: state,
    agentId: offer.agentId ?? '',
    name: await nameOfAgent(work, offer.agentId),
    ...more,
  })
  return true
}

/** Shows on the session that a transfer waits for the customer, or does no more. */
export const markOffered = async (
  work: Work,
  { session: before }: StoredSession,
  offer: StoredSession['session']['offer'] | null,
): Promise<StoredSession['session']> => {
  const { offer: _former, ...bare } = before
  const session = { ...bare, ...(offer && { offer }), version: before.version + 1 }
  await saveSession(work.tx, work.organizationId, session)
  await insertJournalEntry(work.tx, work.organizationId, {
    sessionId: session.id,
    version: session.version,
    at: work.now,
    actor: work.actor,
    cause: offer ? 'offered' : 'offer-over',
    from: before.state,
    to: session.state,
    fromHandlerId: before.handlerId,
    toHandlerId: session.handlerId,
    topicId: session.topicId,
    why: session.why,
  })
  work.publish(`thread:${session.conversationId}`, 'session.offered', { session })
  return session
}

/** Time is up, or it was taken back: the session goes on as if there had been no card. */
export const dropOffer = async (
  work: Work,
  id: OfferId,
  state: 'declined' | 'cancelled' | 'expired',
): Promise<boolean> => {
  const { tx, organizationId } = work
  const offer = await findOffer(tx, organizationId, id)
  const conversation = offer && (await findConversation(tx, organizationId, offer.conversationId))
  if (!offer || !conversation) return false
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const hadRead = thread.lastSeq
  if (!(await closeOffer(work, thread, offer, state))) return false
  if (state === 'cancelled') await carryReader(work, offer.fromAgentId, thread, hadRead)
  const stored = offer.sessionId ? await findSession(tx, organizationId, offer.sessionId) : undefined
  if (stored?.session.offer?.id === id) await markOffered(work, stored, null)
  return true
}
