import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  ChatKind,
  ColorMarkId,
  ColorMarks,
  Conversation,
  ConversationId,
  CustomerId,
  ListCategory,
  MessageSetting,
  Session,
  WidgetId,
} from '../../protocol/model/index.ts'
import type { ConversationListArgs, ConversationRow } from '../api.ts'
import { CHAT_NAME, COLLEAGUE_ID, SELF, UNNAMED_MEMBERS } from './chats.ts'
import { colorMarksWith } from './colorMarks.ts'
import { textToPreview } from './conversations.ts'
import type { ReadDb } from './database.ts'
import { MESSAGE_SETTING, overlays } from './listEntries.ts'
import { createMarkReader, holds, ruleBits } from './listRules.ts'
import { shownRemarks } from './privateRemarks.ts'
import { parseStored } from './stored.ts'

/** What the cache knows of a row of the conversation list; drafts, unsent messages and the moment are added above it. */
export type CachedConversationRow = Omit<ConversationRow, 'unsent' | 'draft' | 'online' | 'typing'>

/**
 * `early`: marks set by hand that the cache does not know yet; `among`: of these rows those that are in the list. Pinned first, then what was put off and has come back, then latest first or in the order of entry; one join whatever the number of rows.
 *
 * The rows come as one text: in a browser each value of each row would be a call into the compiled SQLite, and a
 * thousand rows of twelve values are read with every message that arrives.
 */
export const listConversations = (
  db: ReadDb,
  agentId: AgentId,
  { filter, order = 'latest', where = {}, only = null }: ConversationListArgs,
  marks: ColorMarks,
  early: ReadonlyMap<CustomerId, readonly ColorMarkId[]> = new Map(),
  among: readonly string[] | null = null,
): CachedConversationRow[] => {
  const rank = sql`coalesce(o.rank, e.rank, printf('%015d', e.added_at))`
  const found = db.get<{ rows: string }>(sql`
    select json_group_array(json_array(
      id, customer_id, name, public_name, number, channel, widget_id, pinned, unread, preview, session_id, state, handler_id, waiting_since, at,
      rank, mark_ids, rules, remind_at, reminded, kind, colleague_id, unnamed_members, mentioned, message_setting, forgotten
    ) order by pinned desc, reminded desc, rank desc, at desc, id) as rows
    from (
      select c.id, c.customer_id, c.channel, c.widget_id, iif(f.seq >= c.last_seq, null, c.preview) as preview,
        f.seq >= c.last_seq as forgotten, c.at, c.waiting_since,
        max(c.last_seq - max(e.read_seq, coalesce(o.read_seq, 0)), coalesce(o.marked_unread, e.marked_unread), 0)
          as unread,
        coalesce(o.pinned, e.pinned) as pinned,
        coalesce(p.remark, u.name, ${CHAT_NAME}, '') as name,
        iif(p.remark is null, null, u.name) as public_name, u.number, s.id as session_id, s.state, s.handler_id,
        ${order === 'entry' ? rank : sql`''`} as rank, m.mark_ids, ${ruleBits(marks)} as rules,
        r.due_at as remind_at, r.rung_at is not null as reminded,
        h.kind, ${COLLEAGUE_ID} as colleague_id, ${UNNAMED_MEMBERS} as unnamed_members,
        ${MENTIONED} as mentioned, ${MESSAGE_SETTING} as message_setting
      from list_entries e
      join conversations c on c.id = e.conversation_id
      left join customers u on u.id = c.customer_id
      left join chats h on h.id = c.id
      left join ${shownRemarks} p on p.customer_id = c.customer_id
      left join ${colorMarksWith(early)} m on m.customer_id = c.customer_id
      left join sessions s on s.id = c.session_id
      left join reminders r on r.conversation_id = e.conversation_id
      left join forgotten_threads f on f.conversation_id = c.id
      left join (${overlays}) o on o.conversation_id = e.conversation_id
      where coalesce(u.id, h.id) is not null and (${filter} = 'all' or (s.handler_id = ${agentId} and s.state in ('assigned', 'active')))
        ${only === null ? sql`` : sql`and e.conversation_id = ${only}`}
        ${among === null ? sql`` : sql`and e.conversation_id in (select value from json_each(${JSON.stringify(among)}))`}
        ${holds(where, marks)}
    )`)
  const marksOf = createMarkReader(marks)
  return parseStored<ListRow[]>(found?.rows ?? '[]').map(
    ([
      id,
      customerId,
      name,
      publicName,
      number,
      channel,
      widgetId,
      pinned,
      unread,
      preview,
      sessionId,
      state,
      handlerId,
      waitingSince,
      at,
      rank,
      markIds,
      rules,
      remindAt,
      reminded,
      chat,
      colleagueId,
      unnamedMembers,
      mentioned,
      messageSetting,
      forgotten,
    ]) => ({
      id,
      customerId,
      customerName: name,
      publicName,
      customerNumber: number ?? 0,
      chat,
      colleagueId,
      unnamedMembers,
      mentioned: mentioned === 1,
      messageSetting,
      channel,
      widgetId,
      pinned: pinned === 1,
      unread,
      preview: textToPreview(preview),
      forgotten: forgotten === 1,
      sessionId,
      sessionState: state,
      handlerId,
      // What was put off until later owes no answer now.
      waitingSince:
        owesAnswer(state, handlerId, agentId) && !(remindAt !== null && reminded === 0) ? waitingSince : null,
      remindAt,
      reminded: reminded === 1,
      at,
      rank,
      marks: marksOf(markIds, rules),
    }),
  )
}

/** The order of the list, of rows that were not read together. */
export const compareRows = (a: CachedConversationRow, b: CachedConversationRow): number =>
  Number(b.pinned) - Number(a.pinned) ||
  Number(b.reminded) - Number(a.reminded) ||
  compareText(b.rank, a.rank) ||
  b.at - a.at ||
  compareText(a.id, b.id)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** After the end nobody does, whoever had the last word; and who waits for a colleague, or in the pool, is not this agent's (R-03-028). */
const owesAnswer = (state: Session['state'] | null, handlerId: AgentId | null, agentId: AgentId): boolean =>
  state === null || (handlerId === agentId && (state === 'assigned' || state === 'active'))

/** Rows with something unread, by category: customers, not messages. Silenced groups are nobody to go to. */
export const countUnread = (db: ReadDb): Readonly<Record<ListCategory, number>> => {
  const found = db.all<{ kind: ChatKind | null; count: number }>(sql`
    select h.kind, count(*) as count from list_entries e
    join conversations c on c.id = e.conversation_id
    left join chats h on h.id = c.id
    left join (${overlays}) o on o.conversation_id = e.conversation_id
    where ${MESSAGE_SETTING} = 'alert'
      and (c.last_seq > max(e.read_seq, coalesce(o.read_seq, 0)) or coalesce(o.marked_unread, e.marked_unread) = 1)
    group by h.kind`)
  const of = (wanted: ChatKind | null): number => found.find(({ kind }) => kind === wanted)?.count ?? 0
  const [customers, groups, colleagues] = [of(null), of('adhoc'), of('direct') + of('self')]
  return { customers, groups, colleagues, all: customers + groups + colleagues }
}

/** Languages that customers in the list speak. */
export const listedLanguages = (db: ReadDb): string[] =>
  db
    .all<{ language: string }>(sql`
      select distinct u.language from list_entries e
      join conversations c on c.id = e.conversation_id
      join customers u on u.id = c.customer_id
      where u.language <> '' order by u.language`)
    .map(({ language }) => language)

type ListRow = readonly [
  id: ConversationId,
  customerId: CustomerId | null,
  name: string,
  publicName: string | null,
  number: number | null,
  channel: Conversation['channel'] | null,
  widgetId: WidgetId | null,
  pinned: number,
  unread: number,
  preview: string | null,
  sessionId: Session['id'] | null,
  state: Session['state'] | null,
  handlerId: AgentId | null,
  waitingSince: number | null,
  at: number,
  rank: string,
  markIds: string | null,
  rules: number,
  remindAt: number | null,
  reminded: number,
  chat: ChatKind | null,
  colleagueId: AgentId | null,
  unnamedMembers: number | null,
  mentioned: number,
  messageSetting: MessageSetting,
  forgotten: number | null,
]

/** Somebody addressed the agent behind where they have read; looked for only where there is something unread. */
const MENTIONED = sql`case when h.kind = 'adhoc' and c.last_seq > e.read_seq then exists (
  select 1 from messages x, json_each(x.body, '$.mentions') named
  where x.conversation_id = c.id and x.seq > max(e.read_seq, coalesce(o.read_seq, 0))
    and json_type(x.body, '$.mentions') = 'array' and named.value = ${SELF}) else 0 end`
