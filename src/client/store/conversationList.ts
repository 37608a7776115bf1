import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  Conversation,
  ConversationId,
  CustomerId,
  Session,
  WidgetId,
} from '../../protocol/model/index.ts'
import { textToPreview } from './conversations.ts'
import type { ReadDb } from './database.ts'
import { overlays } from './listEntries.ts'
import { parseStored } from './stored.ts'

/** What the cache knows of a row of the conversation list; drafts, unsent messages and the moment are added above it. */
export interface CachedConversationRow {
  readonly id: ConversationId
  readonly customerId: CustomerId
  readonly customerName: string
  readonly publicName: string | null
  readonly customerNumber: number
  readonly channel: Conversation['channel']
  readonly widgetId: WidgetId | null
  readonly pinned: boolean
  readonly unread: number
  readonly preview: Conversation['preview']
  readonly sessionState: Session['state'] | null
  readonly handlerId: AgentId | null
  readonly waitingSince: number | null
  readonly at: number
}

/**
 * Pinned first, then latest first; one join whatever the number of rows.
 *
 * The rows come as one text: in a browser each value of each row would be a call into the compiled SQLite, and a
 * thousand rows of twelve values are read with every message that arrives.
 */
export const listConversations = (
  db: ReadDb,
  agentId: AgentId,
  filter: 'in-session' | 'all',
): CachedConversationRow[] => {
  const found = db.get<{ rows: string }>(sql`
    select json_group_array(json_array(
      id, customer_id, name, public_name, number, channel, widget_id, pinned, unread, preview, state, handler_id, waiting_since, at
    ) order by pinned desc, at desc, id) as rows
    from (
      select c.id, c.customer_id, c.channel, c.widget_id, c.preview, c.at, c.waiting_since,
        max(0, c.last_seq - max(e.read_seq, coalesce(o.read_seq, 0))) as unread,
        coalesce(o.pinned, e.pinned) as pinned,
        coalesce(p.remark, u.name) as name,
        iif(p.remark is null, null, u.name) as public_name, u.number, s.state, s.handler_id
      from list_entries e
      join conversations c on c.id = e.conversation_id
      join customers u on u.id = c.customer_id
      left join private_remarks p on p.customer_id = c.customer_id
      left join sessions s on s.id = c.session_id
      left join (${overlays}) o on o.conversation_id = e.conversation_id
      where ${filter} = 'all' or (s.handler_id = ${agentId} and s.state in ('assigned', 'active'))
    )`)
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
      state,
      handlerId,
      waitingSince,
      at,
    ]) => ({
      id,
      customerId,
      customerName: name,
      publicName,
      customerNumber: number,
      channel,
      widgetId,
      pinned: pinned === 1,
      unread,
      preview: textToPreview(preview),
      sessionState: state,
      handlerId,
      // After the end nobody owes an answer, whoever had the last word.
      waitingSince: state === 'ended' ? null : waitingSince,
      at,
    }),
  )
}

type ListRow = readonly [
  id: ConversationId,
  customerId: CustomerId,
  name: string,
  publicName: string | null,
  number: number,
  channel: Conversation['channel'],
  widgetId: WidgetId | null,
  pinned: number,
  unread: number,
  preview: string | null,
  state: Session['state'] | null,
  handlerId: AgentId | null,
  waitingSince: number | null,
  at: number,
]
