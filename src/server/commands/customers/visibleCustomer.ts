import type { AgentId, Customer, CustomerId } from '../../../protocol/model/index.ts'
import { conversationIdsOf } from '../../db/conversations.ts'
import { findCustomer } from '../../db/customers.ts'
import { isFollowing } from '../../db/follows.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { publishPoolEntry } from '../reception/changeSession.ts'

/** The customer, if the agent follows one of their conversations or may configure the library. */
export const visibleCustomer = async (
  work: Work,
  agentId: AgentId,
  customerId: CustomerId,
): Promise<Customer | undefined> => {
  const { tx, organizationId } = work
  const known = (await work.directory()).agents.get(agentId)
  if (!known?.permissions.has('customer.config')) {
    let follows = false
    for (const id of await conversationIdsOf(tx, organizationId, customerId)) {
      follows ||= await isFollowing(tx, organizationId, agentId, `thread:${id}`)
    }
    if (!follows) return undefined
  }
  return findCustomer(tx, organizationId, customerId)
}

/** Tells whoever sees the customer, in a conversation or in the pool. */
export const publishCustomer = async (work: Work, customerId: CustomerId): Promise<Customer> => {
  const { tx, organizationId } = work
  const customer = await findCustomer(tx, organizationId, customerId)
  if (!customer) throw new Error('the customer was just changed')
  for (const id of await conversationIdsOf(tx, organizationId, customerId)) {
    work.publish(`thread:${id}`, 'customer.changed', { customer })
    const open = await openSessionOf(tx, organizationId, id)
    if (open?.session.state === 'pending') await publishPoolEntry(work, open.session, 'pool.changed')
  }
  return customer
}
