import type { AgentId, Contact, CustomerId } from '../../../protocol/model/index.ts'
import { contactsWith, deleteContact, saveContact } from '../../db/contacts.ts'
import type { Work } from '../../engine/work.ts'

/** Keeps where an agent has a customer, and tells that agent alone. */
export const keepContact = async (work: Work, agentId: AgentId, contact: Contact): Promise<void> => {
  await saveContact(work.tx, work.organizationId, agentId, contact)
  work.publish(`agent:${agentId}`, 'contact.changed', { contact })
}

/** False: the agent did not have the customer there. */
export const dropContact = async (
  work: Work,
  agentId: AgentId,
  list: Contact['list'],
  customerId: CustomerId,
): Promise<boolean> => {
  if (!(await deleteContact(work.tx, work.organizationId, agentId, list, customerId))) return false
  work.publish(`agent:${agentId}`, 'contact.removed', { list, customerId })
  return true
}

/** A talk turned out to be another customer's: whoever starred its customer goes on having them starred. */
export const giveContacts = async (work: Work, from: CustomerId, to: CustomerId): Promise<void> => {
  const { tx, organizationId } = work
  const key = (agentId: AgentId, { list }: Contact): string => `${list} ${agentId}`
  const known = new Set(
    (await contactsWith(tx, organizationId, to)).map(({ agentId, contact }) => key(agentId, contact)),
  )
  for (const { agentId, contact } of await contactsWith(tx, organizationId, from)) {
    await dropContact(work, agentId, contact.list, from)
    if (!known.has(key(agentId, contact))) await keepContact(work, agentId, { ...contact, customerId: to })
  }
}
