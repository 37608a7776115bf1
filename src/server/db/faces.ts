/** Conversations with the face of one agent, and friendships. */
import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  Conversation,
  ConversationId,
  CustomerId,
  IdentityId,
  OrganizationId,
} from '../../protocol/model/index.ts'
import { CONVERSATION_COLUMNS, insertConversation, type ConversationRow } from './conversations.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** The conversation of an identity with the face of one agent. */
export const insertAgentConversation = async (
  db: WriteDb,
  organizationId: OrganizationId,
  conversation: Pick<Conversation, 'id' | 'customerId' | 'channel' | 'widgetId' | 'createdAt'>,
  identityId: IdentityId,
  agentId: AgentId,
): Promise<void> => {
  await insertConversation(db, organizationId, conversation)
  await db.run(sql`
    update conversations set identity_id = ${identityId}, face_agent_id = ${agentId}
    where organization_id = ${organizationId} and id = ${conversation.id}`)
}

export const findAgentConversation = async (
  db: ReadDb,
  organizationId: OrganizationId,
  identityId: IdentityId,
  agentId: AgentId,
): Promise<ConversationRow | undefined> =>
  db.get<ConversationRow>(sql`
    select ${CONVERSATION_COLUMNS} from conversations
    where organization_id = ${organizationId} and identity_id = ${identityId} and face_agent_id = ${agentId}`)

/** Those of a customer, the one in which something happened last first. */
export const conversationsOfCustomer = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<ConversationRow[]> =>
  db.all<ConversationRow>(sql`
    select ${CONVERSATION_COLUMNS} from conversations
    where organization_id = ${organizationId} and customer_id = ${customerId} order by last_at desc, id`)

/** Those of an identity with single agents. */
export const agentConversationsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  identityId: IdentityId,
): Promise<(ConversationRow & { readonly face_agent_id: AgentId })[]> =>
  db.all<ConversationRow & { readonly face_agent_id: AgentId }>(sql`
    select ${CONVERSATION_COLUMNS} from conversations
    where organization_id = ${organizationId} and identity_id = ${identityId} and face_agent_id is not null
    order by created_at, id`)

/** Begins or ends a friendship. */
export const saveFriendSince = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  since: number | null,
): Promise<void> => {
  await db.run(sql`
    update conversations set friend_since = ${since} where organization_id = ${organizationId} and id = ${id}`)
}

/** The customer opened the way themselves, as good as by a word. */
export const renewPath = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  at: number,
): Promise<void> => {
  await db.run(sql`
    update conversations set last_customer_at = ${at}, replies = 0
    where organization_id = ${organizationId} and id = ${id}`)
}
