import { ok, type Result } from '../../../base/result.ts'
import type { Channel } from '../../../protocol/model/index.ts'
import { giveConversation, setChannel } from '../../db/conversations.ts'
import { findCustomer, mergeCustomer } from '../../db/customers.ts'
import {
  findIdentity,
  findIdentityByKey,
  giveIdentity,
  setIdentityKey,
  type Identity,
} from '../../db/identities.ts'
import { giveSessions, openSessionOf, setSessionsChannel, type StoredSession } from '../../db/sessions.ts'
import type { OpenedIdentity, OpenIdentity } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'
import { giveMarks } from '../colorMarks/keepMarks.ts'
import { giveContacts } from '../contacts/keepContact.ts'
import { publishCustomer } from '../customers/visibleCustomer.ts'
import { giveRemarks } from '../privateRemarks/saveRemark.ts'
import { publishPoolEntry } from '../reception/changeSession.ts'

/**
 * A visitor whose talk is under way turns out to be somebody known: the company vouches for them (R-18-055), or they sign
 * in to their account. Undefined: there is no such talk, so whoever was on this device before stays who they were.
 *
 * Somebody new to us simply takes the conversation over: from then on the former token opens nothing. Somebody who has a
 * thread already is given the talk as a further one, and goes on with it here until it has ended.
 */
export const becomeKnown = async (
  work: Work,
  { was, keyHash, channel = 'web' }: OpenIdentity,
): Promise<Result<OpenedIdentity> | undefined> => {
  const { tx, organizationId } = work
  if (!was) return undefined
  const visitor = await findIdentity(tx, organizationId, was)
  const open = visitor && (await openSessionOf(tx, organizationId, visitor.conversationId))
  if (!visitor || !open) return undefined
  const { id: identityId, conversationId } = visitor
  const known = await findIdentityByKey(tx, organizationId, channel, keyHash)
  const customerId = known?.customerId ?? visitor.customerId
  if (!known) await takeOver(work, visitor, open, { keyHash, channel })
  else if (visitor.customerId !== customerId) {
    await giveIdentity(tx, organizationId, identityId, customerId)
    await giveConversation(tx, organizationId, conversationId, customerId)
    await giveSessions(tx, organizationId, conversationId, customerId)
    await giveRemarks(work, visitor.customerId, customerId)
    await giveMarks(work, visitor.customerId, customerId)
    await giveContacts(work, visitor.customerId, customerId)
    await mergeCustomer(tx, organizationId, { from: visitor.customerId, to: customerId })
    await publishJoined(work, open, { customerId })
    await publishCustomer(work, customerId)
  }
  return ok({ identityId, customerId, conversationId, fresh: false })
}

const takeOver = async (
  work: Work,
  { id, channel: before, conversationId }: Identity,
  open: StoredSession,
  { keyHash, channel }: { readonly keyHash: string; readonly channel: Channel },
): Promise<void> => {
  const { tx, organizationId } = work
  await setIdentityKey(tx, organizationId, id, { channel, keyHash })
  if (channel === before) return
  await setChannel(tx, organizationId, conversationId, channel)
  await setSessionsChannel(tx, organizationId, conversationId, channel)
  await publishJoined(work, open, { channel })
}

const publishJoined = async (
  work: Work,
  open: StoredSession,
  change: Partial<Pick<StoredSession['session'], 'customerId' | 'channel'>>,
): Promise<void> => {
  const session = { ...open.session, ...change }
  const customer = await findCustomer(work.tx, work.organizationId, session.customerId)
  if (!customer) throw new Error('the identity is of this customer')
  work.publish(`thread:${session.conversationId}`, 'conversation.joined', { customer, session })
  if (session.state === 'pending') await publishPoolEntry(work, session, 'pool.changed')
}
