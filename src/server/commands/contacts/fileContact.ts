import { ok, refuse } from '../../../base/result.ts'
import type { AgentId, Contact } from '../../../protocol/model/index.ts'
import { CONTACT_LIMITS } from '../../../protocol/model/limits.ts'
import { contactGroupsOf, countFavorites, findContact } from '../../db/contacts.ts'
import { conversationsOfCustomer } from '../../db/faces.ts'
import type { Work } from '../../engine/work.ts'
import { visibleCustomer } from '../customers/visibleCustomer.ts'
import type { Handler } from '../handler.ts'
import { dropContact, keepContact } from './keepContact.ts'

export const fileContact: Handler<'contact.file'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const { list, customerId, groupId } = args
  const groups = await contactGroupsOf(tx, organizationId, agentId)
  if (groupId !== null && !groups.some((group) => group.id === groupId && group.list === list))
    return refuse('group-gone')
  const before = await findContact(tx, organizationId, agentId, list, customerId)
  if (list === 'friends') {
    if (!(await isFriend(work, agentId, customerId))) return refuse('no-friends')
  } else if (!before) {
    if (!(await visibleCustomer(work, agentId, customerId))) return refuse('not-found')
    if ((await countFavorites(tx, organizationId, agentId)) >= CONTACT_LIMITS.favorites)
      return refuse('too-many-favorites', { limit: CONTACT_LIMITS.favorites })
  }
  const contact: Contact = { list, customerId, groupId, at: before?.at ?? work.now }
  await keepContact(work, agentId, contact)
  return ok({ contact })
}

/** Only stars are taken away: a friend leaves the address book when the friendship ends. */
export const removeContact: Handler<'contact.remove'> = async (work, { agentId }, { customerId }) =>
  (await dropContact(work, agentId, 'favorites', customerId)) ? ok({}) : refuse('not-found')

const isFriend = async (
  { tx, organizationId }: Work,
  agentId: AgentId,
  customerId: Contact['customerId'],
): Promise<boolean> =>
  (await conversationsOfCustomer(tx, organizationId, customerId)).some(
    (row) => row.face_agent_id === agentId && row.friend_since !== null,
  )
