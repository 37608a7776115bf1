import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  Chat,
  ChatKind,
  ChatSoFar,
  ConversationId,
  MessageSetting,
  OrganizationId,
} from '../../protocol/model/index.ts'
import { JOIN_LAST_MESSAGE, LAST_MESSAGE, previewOfLast, type LastMessage } from './lastMessages.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** Makes the chat and the thread it is; its members come after it. */
export const insertChat = async (
  db: WriteDb,
  organizationId: OrganizationId,
  chat: Omit<Chat, 'memberIds'>,
  pair: string | null,
): Promise<void> => {
  await db.run(sql`
    insert into conversations (organization_id, id, customer_id, channel, widget_id, session_id, last_seq, last_at,
      last_agent_seq, last_agent_at, last_customer_at, delivered_seq, read_seq, created_at)
    values (${organizationId}, ${chat.id}, null, null, null, null, 0, ${chat.createdAt}, 0, null, null, 0, 0,
      ${chat.createdAt})`)
  await db.run(sql`
    insert into chats (organization_id, id, kind, pair, name, creator_id, created_at)
    values (${organizationId}, ${chat.id}, ${chat.kind}, ${pair}, ${chat.name}, ${chat.creatorId}, ${chat.createdAt})`)
}

/** The one chat of two colleagues, or of one with themselves. */
export const findPairedChat = async (
  db: ReadDb,
  organizationId: OrganizationId,
  pair: string,
): Promise<ConversationId | undefined> =>
  (
    await db.get<{ id: ConversationId }>(sql`
      select id from chats where organization_id = ${organizationId} and pair = ${pair}`)
  )?.id

/** Behind those who are in it already; whoever was in it before comes back. */
export const addChatMember = async (
  db: WriteDb,
  organizationId: OrganizationId,
  chatId: ConversationId,
  agentId: AgentId,
  joinedAt: number,
): Promise<void> => {
  await db.run(sql`
    insert into chat_members (organization_id, chat_id, agent_id, place, joined_at, left_seq)
    values (${organizationId}, ${chatId}, ${agentId}, (
        select coalesce(max(place), 0) + 1 from chat_members
        where organization_id = ${organizationId} and chat_id = ${chatId}
      ), ${joinedAt}, null)
    on conflict (organization_id, chat_id, agent_id) do update set
      place = excluded.place, joined_at = excluded.joined_at, left_seq = null,
      left_chat = null`)
}

/** They see the thread up to here and no farther; `left` is what they keep of it, null: nothing. */
export const endChatMember = async (
  db: WriteDb,
  organizationId: OrganizationId,
  chatId: ConversationId,
  agentId: AgentId,
  leftSeq: number,
  left: ChatSoFar | null,
): Promise<void> => {
  await db.run(sql`
    update chat_members set left_seq = ${leftSeq}, left_chat = ${left && JSON.stringify(left)}
    where organization_id = ${organizationId} and chat_id = ${chatId} and agent_id = ${agentId}`)
}

export const nameChat = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  name: string | null,
): Promise<void> => {
  await db.run(sql`update chats set name = ${name} where organization_id = ${organizationId} and id = ${id}`)
}

/** What a message to a chat depends on. */
export interface ChatHead {
  readonly kind: ChatKind
  readonly lastSeq: number
}

/** Undefined: there is no such chat, or the agent is not in it. */
export const chatHeadOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: ConversationId,
  agentId: AgentId,
): Promise<ChatHead | undefined> =>
  db.get<ChatHead>(sql`
    select h.kind, c.last_seq as "lastSeq" from chat_members m
    join chats h on h.organization_id = m.organization_id and h.id = m.chat_id
    join conversations c on c.organization_id = m.organization_id and c.id = m.chat_id
    where m.organization_id = ${organizationId} and m.chat_id = ${id} and m.agent_id = ${agentId}
      and m.left_seq is null`)

/** Kept beside the member: the row in their list comes and goes. */
export const setMemberMessages = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: ConversationId,
  agentId: AgentId,
  messageSetting: MessageSetting,
): Promise<void> => {
  await db.run(sql`
    update chat_members set message_setting = ${messageSetting === 'alert' ? null : messageSetting}
    where organization_id = ${organizationId} and chat_id = ${id} and agent_id = ${agentId}`)
}

export const memberMessagesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: ConversationId,
  agentId: AgentId,
): Promise<MessageSetting> =>
  (
    await db.get<{ setting: MessageSetting | null }>(sql`
      select message_setting as setting from chat_members
      where organization_id = ${organizationId} and chat_id = ${id} and agent_id = ${agentId}`)
  )?.setting ?? 'alert'

/** Members into whose list a message brings the chat: it is not there, and they do not block it. */
export const membersWithoutEntry = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: ConversationId,
): Promise<AgentId[]> =>
  (
    await db.all<{ agent_id: AgentId }>(sql`
      select m.agent_id from chat_members m
      left join list_entries e on e.organization_id = m.organization_id and e.agent_id = m.agent_id
        and e.conversation_id = m.chat_id
      where m.organization_id = ${organizationId} and m.chat_id = ${id} and m.left_seq is null
        and e.agent_id is null and coalesce(m.message_setting, 'alert') <> 'blocked'
      order by m.place`)
  ).map((row) => row.agent_id)

/** When the agent wrote the newest of their messages there, as far back as a pace can matter. */
export const ownMessagesSince = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: ConversationId,
  agentId: AgentId,
  { lastSeq, since }: { readonly lastSeq: number; readonly since: number },
): Promise<number[]> =>
  (
    await db.all<{ at: number }>(sql`
      select at from messages
      where organization_id = ${organizationId} and conversation_id = ${id} and seq > ${lastSeq - LOOKED_AT}
        and sender_id = ${agentId} and at > ${since}`)
  ).map(({ at }) => at)

/** More than everybody in a full chat can have written meanwhile would not be worth looking at. */
const LOOKED_AT = 400

export const chatById = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: ConversationId,
): Promise<ChatSoFar | undefined> => (await chatsByIds(db, organizationId, [id]))[0]

/** Chats among these threads, each with the preview of its newest message. */
export const chatsByIds = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ids: readonly ConversationId[],
): Promise<ChatSoFar[]> => {
  if (ids.length === 0) return []
  const rows = await db.all<ChatRow & LastMessage>(sql`
    select h.id, h.kind, h.name, h.creator_id, h.created_at, c.last_seq, ${LAST_MESSAGE}
    from chats h
    join conversations c on c.organization_id = h.organization_id and c.id = h.id
    ${JOIN_LAST_MESSAGE}
    where h.organization_id = ${organizationId} and h.id in (${anyOf(ids)})`)
  if (rows.length === 0) return []
  const found = rows.map(({ id }) => id)
  const members = await db.all<{ chat_id: ConversationId; agent_id: AgentId }>(sql`
    select chat_id, agent_id from chat_members
    where organization_id = ${organizationId} and chat_id in (${anyOf(found)}) and left_seq is null
    order by chat_id, place`)
  const membersOf = Map.groupBy(members, (row) => row.chat_id)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    creatorId: row.creator_id,
    memberIds: (membersOf.get(row.id) ?? []).map(({ agent_id: agentId }) => agentId),
    createdAt: row.created_at,
    lastSeq: row.last_seq,
    preview: previewOfLast(row),
  }))
}

/** So many messages of a chat whoever was removed from it has at once; the rest is read when they ask for it. */
export const KEPT_OF_LEFT = 30

/** Chats the agent was removed from and still has in their list, as they were then. */
export const leftChatsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<ChatSoFar[]> =>
  (
    await db.all<{ left_chat: string }>(sql`
      select m.left_chat from chat_members m
      join list_entries e on e.organization_id = m.organization_id and e.agent_id = m.agent_id
        and e.conversation_id = m.chat_id
      where m.organization_id = ${organizationId} and m.agent_id = ${agentId} and m.left_chat is not null
      order by m.chat_id`)
  ).map((row) => JSON.parse(row.left_chat) as ChatSoFar)

/** How far the agent sees the chat: all of it as a member. Undefined: nothing of it; null: it is no chat. */
export const reachInChat = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: ConversationId,
  agentId: AgentId,
): Promise<{ readonly upTo: number | null } | undefined | null> => {
  const row = await db.get<{ member: number | null; leftSeq: number | null }>(sql`
    select m.place as member, m.left_seq as "leftSeq" from chats h
    left join chat_members m on m.organization_id = h.organization_id and m.chat_id = h.id and m.agent_id = ${agentId}
    where h.organization_id = ${organizationId} and h.id = ${id}`)
  if (!row) return null
  return row.member === null ? undefined : { upTo: row.leftSeq }
}

/** Which of these threads are chats. */
export const chatsAmong = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ids: readonly ConversationId[],
): Promise<ReadonlySet<ConversationId>> =>
  ids.length === 0
    ? new Set()
    : new Set(
        (
          await db.all<{ id: ConversationId }>(sql`
            select id from chats where organization_id = ${organizationId} and id in (${anyOf(ids)})`)
        ).map(({ id }) => id),
      )

interface ChatRow {
  readonly id: ConversationId
  readonly kind: ChatKind
  readonly name: string | null
  readonly creator_id: AgentId
  readonly created_at: number
  readonly last_seq: number
}
