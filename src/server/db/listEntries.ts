import { sql, type Sql } from '../../base/sql.ts'
import type {
  AgentId,
  ConversationId,
  ListEntry,
  MessageSetting,
  OrganizationId,
} from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface ListEntryRow {
  readonly conversation_id: ConversationId
  readonly read_seq: number
  readonly pinned: number
  readonly added_at: number
  readonly rank: string | null
  readonly marked_unread: number
  readonly message_setting: ListEntry['messageSetting'] | null
}

const COLUMNS = sql`conversation_id, read_seq, pinned, added_at, rank, marked_unread, message_setting`
const ALL = sql``

export const insertListEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  entry: ListEntry,
): Promise<void> => {
  await db.run(sql`
    insert into list_entries (organization_id, agent_id, conversation_id, read_seq, pinned, added_at, message_setting)
    values (${organizationId}, ${agentId}, ${entry.conversationId}, ${entry.readSeq}, ${entry.pinned ? 1 : 0},
      ${entry.addedAt}, ${entry.messageSetting ?? null})`)
}

export const findListEntry = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<ListEntry | undefined> => {
  const row = await db.get<ListEntryRow>(sql`
    select ${COLUMNS} from list_entries
    where organization_id = ${organizationId} and agent_id = ${agentId} and conversation_id = ${conversationId}`)
  return row && rowToListEntry(row)
}

export const listEntriesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<ListEntry[]> =>
  (
    await db.all<ListEntryRow>(sql`
      select ${COLUMNS} from list_entries
      where organization_id = ${organizationId} and agent_id = ${agentId} order by conversation_id`)
  ).map(rowToListEntry)

/** The agent's entries of some conversations, in no particular order. */
export const listEntriesIn = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationIds: readonly ConversationId[],
): Promise<ListEntry[]> =>
  conversationIds.length === 0
    ? []
    : (
        await db.all<ListEntryRow>(sql`
          select ${COLUMNS} from list_entries
          where organization_id = ${organizationId} and agent_id = ${agentId}
            and conversation_id in (${anyOf(conversationIds)})`)
      ).map(rowToListEntry)

/** Undefined: there is no such entry, or `only` leaves it out. */
const change = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
  set: Sql,
  only: Sql = ALL,
): Promise<ListEntry | undefined> => {
  const row = await db.get<ListEntryRow>(sql`
    update list_entries set ${set}
    where organization_id = ${organizationId} and agent_id = ${agentId} and conversation_id = ${conversationId} ${only}
    returning ${COLUMNS}`)
  return row && rowToListEntry(row)
}

/** Moves the read position forward; undefined: there is no entry, or it has read as far already. Who writes has read so far. */
export const advanceReadPosition = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
  seq: number,
): Promise<ListEntry | undefined> =>
  change(
    db,
    organizationId,
    agentId,
    conversationId,
    sql`read_seq = ${seq}, marked_unread = 0`,
    sql`and read_seq < ${seq}`,
  )

export const pinListEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
  pinned: boolean,
): Promise<ListEntry | undefined> =>
  change(db, organizationId, agentId, conversationId, sql`pinned = ${pinned ? 1 : 0}`)

export const countPins = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<number> => {
  const row = await db.get<{ count: number }>(sql`
    select count(*) as count from list_entries
    where organization_id = ${organizationId} and agent_id = ${agentId} and pinned = 1`)
  return Number(row?.count ?? 0)
}

/** Gives the row its place in the order of entry; undefined: there is no such row. */
export const moveListEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
  rank: string,
): Promise<ListEntry | undefined> => change(db, organizationId, agentId, conversationId, sql`rank = ${rank}`)

export const markListEntryUnread = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<ListEntry | undefined> =>
  change(db, organizationId, agentId, conversationId, sql`marked_unread = 1`)

/** Everything in the thread counts as read, whatever was marked. */
export const markListEntryRead = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<ListEntry | undefined> =>
  change(
    db,
    organizationId,
    agentId,
    conversationId,
    sql`marked_unread = 0, read_seq = (
      select last_seq from conversations c
      where c.organization_id = list_entries.organization_id and c.id = list_entries.conversation_id)`,
  )

/** Undefined: there is no such row. */
export const setMessagesOfEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
  messageSetting: MessageSetting,
): Promise<ListEntry | undefined> => {
  const stored = messageSetting === 'alert' ? null : messageSetting
  return change(db, organizationId, agentId, conversationId, sql`message_setting = ${stored}`)
}

/** Those of the given that need nobody: read, not pinned, and no session of the agent's own runs in them. */
export const clearableOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationIds: readonly ConversationId[],
): Promise<ConversationId[]> =>
  (
    await db.all<{ id: ConversationId }>(sql`
      select c.id from list_entries e
      join conversations c on c.organization_id = e.organization_id and c.id = e.conversation_id
      where e.organization_id = ${organizationId} and e.agent_id = ${agentId}
        and e.conversation_id in (${anyOf(conversationIds)})
        and e.pinned = 0 and e.marked_unread = 0 and e.read_seq >= c.last_seq
        and not exists (
          select 1 from sessions s
          where s.organization_id = c.organization_id and s.conversation_id = c.id and s.handler_id = ${agentId}
            and s.state in ('assigned', 'active'))
      order by c.id`)
  ).map(({ id }) => id)

export const deleteListEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<boolean> =>
  (await db.run(sql`
    delete from list_entries
    where organization_id = ${organizationId} and agent_id = ${agentId} and conversation_id = ${conversationId}`)) ===
  1

const rowToListEntry = (row: ListEntryRow): ListEntry => ({
  conversationId: row.conversation_id,
  readSeq: row.read_seq,
  pinned: row.pinned === 1,
  addedAt: row.added_at,
  ...(row.rank !== null && { rank: row.rank }),
  ...(row.marked_unread === 1 && { markedUnread: true as const }),
  ...(row.message_setting !== null && { messageSetting: row.message_setting }),
})
