import { sql } from '../../base/sql.ts'
import type { AgentId, Chat, ChatKind, ChatSoFar, ConversationId } from '../../protocol/model/index.ts'
import type { FoundChat } from '../api.ts'
import { previewToText } from './conversations.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'
import { listRow } from './topics.ts'

/** `left`: the agent was removed from it, and sees it as it was then. */
export const saveChat = (db: WriteDb, chat: Chat, as: 'member' | 'left'): void => {
  db.run(sql`
    insert or replace into chats (id, kind, name, creator_id, member_ids, created_at, is_left)
    values (${chat.id}, ${chat.kind}, ${chat.name}, ${chat.creatorId}, ${JSON.stringify(chat.memberIds)},
      ${chat.createdAt}, ${as === 'left' ? 1 : 0})`)
  touchChat(db, chat.id)
}

/** The thread of a chat: a conversation with nobody outside. */
export const saveChatThread = (db: WriteDb, { id, lastSeq, preview, createdAt }: ChatSoFar): void => {
  db.run(sql`
    insert or replace into conversations (
      id, customer_id, channel, last_seq, preview, delivered_seq, read_seq, created_at, at, replies
    ) values (
      ${id}, null, null, ${lastSeq}, ${previewToText(preview)}, 0, 0, ${createdAt}, ${preview?.at ?? createdAt}, 0
    )`)
  touchChat(db, id)
}

export const removeChat = (db: WriteDb, id: ConversationId): void => {
  db.run(sql`delete from chats where id = ${id}`)
  touchChat(db, id)
}

export const isLeft = (db: ReadDb, id: ConversationId): boolean =>
  db.get(sql`select 1 as found from chats where id = ${id} and is_left = 1`) !== undefined

export const leftChatIds = (db: ReadDb): ConversationId[] =>
  db.all<{ id: ConversationId }>(sql`select id from chats where is_left = 1`).map(({ id }) => id)

export interface CachedChat {
  readonly chat: Chat
  readonly lastSeq: number
  readonly left: boolean
}

export const readChat = (db: ReadDb, id: ConversationId): CachedChat | null => {
  const row = db.get<ChatRow>(sql`
    select h.*, c.last_seq from chats h join conversations c on c.id = h.id where h.id = ${id}`)
  return row ? rowToChat(row) : null
}

/** Chats one is in, the latest first. */
export const listChats = (db: ReadDb): CachedChat[] =>
  db
    .all<ChatRow>(sql`
      select h.*, c.last_seq from chats h join conversations c on c.id = h.id
      where h.is_left = 0 order by c.at desc, h.id`)
    .map(rowToChat)

/** Ad-hoc chats one is in that are called as wanted, or have a member who is; the latest first. */
export const findChats = (db: ReadDb, isWanted: (text: string) => boolean): FoundChat[] =>
  db
    .all<{ id: ConversationId; name: string | null; members: string | null; unnamed: number | null }>(sql`
      select h.id, ${CHAT_NAME} as name, ${UNNAMED_MEMBERS} as unnamed,
        (select group_concat(json_extract(d.data, '$.name'), ' ') from json_each(h.member_ids) m
          join directory d on d.noun = 'agent' and d.id = m.value) as members
      from chats h join conversations c on c.id = h.id
      where h.kind = 'adhoc' order by c.at desc, h.id`)
    .filter(({ name, members }) => isWanted(`${name ?? ''}\n${members ?? ''}`))
    .map(({ id, name, unnamed }) => ({ id, name: name ?? '', unnamedMembers: unnamed }))

/** What a chat is called; null: it is none. */
export const readChatName = (
  db: ReadDb,
  id: ConversationId,
): Pick<FoundChat, 'name' | 'unnamedMembers'> | null => {
  const row = db.get<{ name: string | null; unnamed: number | null }>(
    sql`select ${CHAT_NAME} as name, ${UNNAMED_MEMBERS} as unnamed from chats h where h.id = ${id}`,
  )
  return row ? { name: row.name ?? '', unnamedMembers: row.unnamed } : null
}

/** Whose cache this is. */
export const SELF = sql`(select json_extract(me, '$.agentId') from position)`

/** The other one of the direct chat in the row `h`. */
export const COLLEAGUE_ID = sql`iif(h.kind = 'direct',
  (select value from json_each(h.member_ids) where value <> ${SELF} limit 1), null)`

/** What the chat in the row `h` is called: its name, the colleague's, or those of its first members. */
export const CHAT_NAME = sql`coalesce(h.name, iif(h.kind <> 'adhoc',
  (select json_extract(d.data, '$.name') from directory d where d.noun = 'agent' and d.id = ${COLLEAGUE_ID}),
  (select group_concat(json_extract(d.data, '$.name'), '、' order by m.key)
    from (select key, value from json_each(h.member_ids) limit 3) m
    join directory d on d.noun = 'agent' and d.id = m.value)))`

/** How many are in the chat of the row `h`, where that is part of what it is called: it has no name of its own, or is the file assistant. */
export const UNNAMED_MEMBERS = sql`case
  when h.kind = 'self' then 0 when h.kind = 'adhoc' and h.name is null then json_array_length(h.member_ids) end`

interface ChatRow {
  id: ConversationId
  kind: ChatKind
  name: string | null
  creator_id: AgentId
  member_ids: string
  created_at: number
  is_left: number
  last_seq: number
}

const rowToChat = (row: ChatRow): CachedChat => ({
  chat: {
    id: row.id,
    kind: row.kind,
    name: row.name,
    creatorId: row.creator_id,
    memberIds: parseStored<AgentId[]>(row.member_ids),
    createdAt: row.created_at,
  },
  lastSeq: row.last_seq,
  left: row.is_left === 1,
})

const touchChat = (db: WriteDb, id: ConversationId): void => {
  db.touch(...listRow(id), 'chats', `conversation:${id}`, `messages:${id}`)
}
