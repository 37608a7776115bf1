import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  ConversationId,
  MessageId,
  OrganizationId,
  ScheduledMessage,
  ScheduledMessageId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface ScheduledMessageRow {
  readonly id: ScheduledMessageId
  readonly conversation_id: ConversationId
  readonly text: string
  readonly quote_id: MessageId | null
  readonly due_at: number
  readonly failure: string | null
}

export const saveScheduledMessage = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { id, conversationId, text, quoteId, dueAt, failure }: ScheduledMessage,
): Promise<void> => {
  await db.run(sql`
    insert into scheduled_messages (
      organization_id, agent_id, id, conversation_id, text, quote_id, due_at, failure
    ) values (
      ${organizationId}, ${agentId}, ${id}, ${conversationId}, ${text}, ${quoteId}, ${dueAt}, ${failure}
    )
    on conflict (organization_id, agent_id, id) do update set
      text = excluded.text, quote_id = excluded.quote_id, due_at = excluded.due_at, failure = excluded.failure`)
}

/** False: there was none. */
export const deleteScheduledMessage = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  id: ScheduledMessageId,
): Promise<boolean> =>
  (await db.run(sql`
    delete from scheduled_messages
    where organization_id = ${organizationId} and agent_id = ${agentId} and id = ${id}`)) === 1

export const findScheduledMessage = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  id: ScheduledMessageId,
): Promise<ScheduledMessage | undefined> => {
  const row = await db.get<ScheduledMessageRow>(sql`
    select id, conversation_id, text, quote_id, due_at, failure from scheduled_messages
    where organization_id = ${organizationId} and agent_id = ${agentId} and id = ${id}`)
  return row && rowToScheduledMessage(row)
}

export const scheduledMessagesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<ScheduledMessage[]> =>
  (
    await db.all<ScheduledMessageRow>(sql`
      select id, conversation_id, text, quote_id, due_at, failure from scheduled_messages
      where organization_id = ${organizationId} and agent_id = ${agentId} order by id`)
  ).map(rowToScheduledMessage)

export const countScheduledMessages = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from scheduled_messages
      where organization_id = ${organizationId} and agent_id = ${agentId}`)
  )?.count ?? 0

const rowToScheduledMessage = (row: ScheduledMessageRow): ScheduledMessage => ({
  id: row.id,
  conversationId: row.conversation_id,
  text: row.text,
  quoteId: row.quote_id,
  dueAt: row.due_at,
  failure: row.failure,
})
