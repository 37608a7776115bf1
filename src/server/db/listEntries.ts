import { sql } from '../../base/sql.ts'
import type { AgentId, ConversationId, ListEntry, OrganizationId } from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface ListEntryRow {
  readonly conversation_id: ConversationId
  readonly read_seq: number
  readonly pinned: number
  readonly added_at: number
}

export const insertListEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  entry: ListEntry,
): Promise<void> => {
  await db.run(sql`
    insert into list_entries (organization_id, agent_id, conversation_id, read_seq, pinned, added_at)
    values (${organizationId}, ${agentId}, ${entry.conversationId}, ${entry.readSeq}, ${entry.pinned ? 1 : 0},
      ${entry.addedAt})`)
}

export const findListEntry = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<ListEntry | undefined> => {
  const row = await db.get<ListEntryRow>(sql`
    select conversation_id, read_seq, pinned, added_at from list_entries
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
      select conversation_id, read_seq, pinned, added_at from list_entries
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
          select conversation_id, read_seq, pinned, added_at from list_entries
          where organization_id = ${organizationId} and agent_id = ${agentId}
            and conversation_id in (${anyOf(conversationIds)})`)
      ).map(rowToListEntry)

/** Moves the read position forward; undefined: there is no entry, or it has read as far already. */
export const advanceReadPosition = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
  seq: number,
): Promise<ListEntry | undefined> => {
  const row = await db.get<ListEntryRow>(sql`
    update list_entries set read_seq = ${seq}
    where organization_id = ${organizationId} and agent_id = ${agentId} and conversation_id = ${conversationId}
      and read_seq < ${seq}
    returning conversation_id, read_seq, pinned, added_at`)
  return row && rowToListEntry(row)
}

/** Who writes has read so far. */
export const readOwnMessage = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
  seq: number,
): Promise<void> => {
  await db.run(sql`
    update list_entries set read_seq = ${seq}
    where organization_id = ${organizationId} and agent_id = ${agentId} and conversation_id = ${conversationId}
      and read_seq < ${seq}`)
}

export const pinListEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
  pinned: boolean,
): Promise<ListEntry | undefined> => {
  const row = await db.get<ListEntryRow>(sql`
    update list_entries set pinned = ${pinned ? 1 : 0}
    where organization_id = ${organizationId} and agent_id = ${agentId} and conversation_id = ${conversationId}
    returning conversation_id, read_seq, pinned, added_at`)
  return row && rowToListEntry(row)
}

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
})
