import { sql } from '../../base/sql.ts'
import type { AgentId, ConversationId, OrganizationId, Reminder } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface ReminderRow {
  readonly agent_id: AgentId
  readonly conversation_id: ConversationId
  readonly due_at: number
  readonly set_at: number
  readonly rung_at: number | null
}

const COLUMNS = sql`agent_id, conversation_id, due_at, set_at, rung_at`

/** Whose reminder it is. */
export interface OwnedReminder {
  readonly agentId: AgentId
  readonly reminder: Reminder
}

export const saveReminder = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { conversationId, dueAt, setAt, rungAt }: Reminder,
): Promise<void> => {
  await db.run(sql`
    insert into reminders (organization_id, agent_id, conversation_id, due_at, set_at, rung_at)
    values (${organizationId}, ${agentId}, ${conversationId}, ${dueAt}, ${setAt}, ${rungAt})
    on conflict (organization_id, agent_id, conversation_id)
    do update set due_at = excluded.due_at, set_at = excluded.set_at, rung_at = excluded.rung_at`)
  await markReminded(db, organizationId, conversationId)
}

export const deleteReminder = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<boolean> => {
  const deleted = await db.run(sql`
    delete from reminders
    where organization_id = ${organizationId} and agent_id = ${agentId} and conversation_id = ${conversationId}`)
  if (deleted === 1) await markReminded(db, organizationId, conversationId)
  return deleted === 1
}

export const findReminder = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<Reminder | undefined> => {
  const row = await db.get<ReminderRow>(sql`
    select ${COLUMNS} from reminders
    where organization_id = ${organizationId} and agent_id = ${agentId} and conversation_id = ${conversationId}`)
  return row && rowToReminder(row)
}

export const remindersOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<Reminder[]> =>
  (
    await db.all<ReminderRow>(sql`
      select ${COLUMNS} from reminders
      where organization_id = ${organizationId} and agent_id = ${agentId} order by conversation_id`)
  ).map(rowToReminder)

/** Whoever has put this conversation off. */
export const remindersIn = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
): Promise<OwnedReminder[]> =>
  (
    await db.all<ReminderRow>(sql`
      select ${COLUMNS} from reminders
      where organization_id = ${organizationId} and conversation_id = ${conversationId} order by agent_id`)
  ).map((row) => ({ agentId: row.agent_id, reminder: rowToReminder(row) }))

/** So that no delivery looks for reminders where there are none. */
const markReminded = async (
  db: WriteDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
): Promise<void> => {
  await db.run(sql`
    update conversations set reminders = (
      select count(*) from reminders r
      where r.organization_id = conversations.organization_id and r.conversation_id = conversations.id)
    where organization_id = ${organizationId} and id = ${conversationId}`)
}

const rowToReminder = (row: ReminderRow): Reminder => ({
  conversationId: row.conversation_id,
  dueAt: row.due_at,
  setAt: row.set_at,
  rungAt: row.rung_at,
})
