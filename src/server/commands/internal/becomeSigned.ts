import { ok, type Result } from '../../../base/result.ts'
import { giveConversation } from '../../db/conversations.ts'
import { findCustomer } from '../../db/customers.ts'
import { findIdentity, findIdentityByKey, giveIdentity, setIdentityKey } from '../../db/identities.ts'
import { giveSessions, openSessionOf } from '../../db/sessions.ts'
import type { OpenedIdentity, OpenIdentity } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'
import { publishPoolEntry } from '../reception/changeSession.ts'

/**
 * A visitor whose talk is under way turns out to be somebody the company knows (R-18-055). Undefined: there is no such
 * talk, so whoever was on this device before stays who they were.
 *
 * Somebody new to us simply takes the conversation over: from then on the former token opens nothing. Somebody who has a
 * thread already is given the talk as a further one, and goes on with it here until it has ended.
 */
export const becomeSigned = async (
  work: Work,
  { user, was, keyHash }: OpenIdentity,
): Promise<Result<OpenedIdentity> | undefined> => {
  const { tx, organizationId } = work
  if (!user || !was) return undefined
  const visitor = await findIdentity(tx, organizationId, was)
  const open = visitor && (await openSessionOf(tx, organizationId, visitor.conversationId))
  if (!visitor || !open) return undefined
  const { id: identityId, conversationId } = visitor
  const known = await findIdentityByKey(tx, organizationId, 'web', keyHash)
  if (!known) {
    await setIdentityKey(tx, organizationId, identityId, keyHash)
    return ok({ identityId, customerId: visitor.customerId, conversationId, fresh: false })
  }
  const { customerId } = known
  const opened = ok({ identityId, customerId, conversationId, fresh: false })
  if (visitor.customerId === customerId) return opened
  await giveIdentity(tx, organizationId, identityId, customerId)
  await giveConversation(tx, organizationId, conversationId, customerId)
  await giveSessions(tx, organizationId, conversationId, customerId)
  const session = { ...open.session, customerId }
  const customer = await findCustomer(tx, organizationId, customerId)
  if (!customer) throw new Error('the identity is of this customer')
  work.publish(`thread:${conversationId}`, 'conversation.joined', { customer, session })
  if (session.state === 'pending') await publishPoolEntry(work, session, 'pool.changed')
  return opened
}
