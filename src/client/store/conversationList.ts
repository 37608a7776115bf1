import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  Conversation,
  ConversationId,
  CustomerId,
  Session,
} from '../../protocol/model/index.ts'
import { textToPreview } from './conversations.ts'
import type { ReadDb } from './database.ts'
import { overlays } from './listEntries.ts'

/** What the cache knows of a row of the conversation list; drafts, unsent messages and the moment are added above it. */
export interface CachedConversationRow {
  readonly id: ConversationId
  readonly customerId: CustomerId
  readonly customerName: string
  readonly customerNumber: number
  readonly channel: Conversation['channel']
  readonly pinned: boolean
  readonly unread: number
  readonly preview: Conversation['preview']
  readonly sessionState: Session['state'] | null
  readonly handlerId: AgentId | null
  readonly waitingSince: number | null
  readonly at: number
}

/** Pinned first, then latest first; one join whatever the number of rows. */
export const listConversations = (
  db: ReadDb,
  agentId: AgentId,
  filter: 'in-session' | 'all',
): CachedConversationRow[] =>
  db
    .all<ListRow>(sql`
      select c.id, c.customer_id, c.channel, c.preview, c.at, c.waiting_since,
        max(0, c.last_seq - max(e.read_seq, coalesce(o.read_seq, 0))) as unread,
        coalesce(o.pinned, e.pinned) as pinned,
        u.name, u.number, s.state, s.handler_id
      from list_entries e
      join conversations c on c.id = e.conversation_id
      join customers u on u.id = c.customer_id
      left join sessions s on s.id = c.session_id
      left join (${overlays}) o on o.conversation_id = e.conversation_id
      where ${filter} = 'all' or (s.handler_id = ${agentId} and s.state in ('assigned', 'active'))
      order by pinned desc, c.at desc, c.id`)
    .map((row) => ({
      id: row.id,
      customerId: row.customer_id,
      customerName: row.name,
      customerNumber: row.number,
      channel: row.channel,
      pinned: row.pinned === 1,
      unread: row.unread,
      preview: textToPreview(row.preview),
      sessionState: row.state,
      handlerId: row.handler_id,
      // After the end nobody owes an answer, whoever had the last word.
      waitingSince: row.state === 'ended' ? null : row.waiting_since,
      at: row.at,
    }))

interface ListRow {
  id: ConversationId
  customer_id: CustomerId
  channel: Conversation['channel']
  preview: string | null
  at: number
  waiting_since: number | null
  unread: number
  pinned: number
  name: string
  number: number
  state: Session['state'] | null
  handler_id: AgentId | null
}
