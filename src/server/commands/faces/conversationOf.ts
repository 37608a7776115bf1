import type { AgentId, ConversationId, Face } from '../../../protocol/model/index.ts'
import {
  conversationsByIds,
  findConversation,
  markBlocked,
  type ConversationRow,
} from '../../db/conversations.ts'
import { findCustomer } from '../../db/customers.ts'
import { findAgentConversation, insertAgentConversation } from '../../db/faces.ts'
import type { Identity } from '../../db/identities.ts'
import type { Work } from '../../engine/work.ts'

type Whose = Pick<Identity, 'id' | 'channel' | 'customerId' | 'conversationId' | 'widgetId'>

/** The conversation of an identity with a face; there is one for each pair, made when somebody first wants it. */
export const conversationOf = async (work: Work, identity: Whose, face: Face): Promise<ConversationRow> => {
  const { tx, organizationId } = work
  const found =
    face.kind === 'organization'
      ? await findConversation(tx, organizationId, identity.conversationId)
      : ((await findAgentConversation(tx, organizationId, identity.id, face.agentId)) ??
        (await makeWith(work, identity, face.agentId)))
  if (!found) throw new Error('an identity has a conversation')
  return found
}

const makeWith = async (
  work: Work,
  { id: identityId, channel, customerId, widgetId }: Whose,
  agentId: AgentId,
): Promise<ConversationRow | undefined> => {
  const { tx, organizationId } = work
  const id = work.ids.next() as ConversationId
  const row = { id, customerId, channel, widgetId, createdAt: work.now }
  await insertAgentConversation(tx, organizationId, row, identityId, agentId)
  // Whoever the company or the agent has blocked is blocked here from the start.
  await markBlocked(tx, organizationId, customerId)
  const [conversation] = await conversationsByIds(tx, organizationId, [id])
  const customer = await findCustomer(tx, organizationId, customerId)
  if (!conversation || !customer) throw new Error('the conversation was just made')
  work.publish(`thread:${id}`, 'conversation.opened', { conversation, customer })
  return findConversation(tx, organizationId, id)
}
