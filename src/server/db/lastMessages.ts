import { sql } from '../../base/sql.ts'
import { previewOf } from '../../domain/messages/previewOf.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  MessageId,
  Preview,
  SessionId,
} from '../../protocol/model/index.ts'
import { rowToMessage, type MessageRow } from './messages.ts'

/** The newest message of a thread, beside the row `c` of it. */
export const LAST_MESSAGE = sql`m.id as message_id, m.session_id as message_session_id, m.sender_kind, m.sender_id, m.body, m.at`
export const JOIN_LAST_MESSAGE = sql`left join messages m
  on m.organization_id = c.organization_id and m.conversation_id = c.id and m.seq = c.last_seq`

export interface LastMessage {
  readonly message_id: MessageId | null
  readonly message_session_id: SessionId | null
  readonly sender_kind: MessageRow['sender_kind']
  readonly sender_id: AgentId | CustomerId | null
  readonly body: string
  readonly at: number
}

/** What a list shows of it; null: nothing has been said. */
export const previewOfLast = (
  row: { readonly id: ConversationId; readonly last_seq: number } & LastMessage,
): Preview | null =>
  row.message_id === null
    ? null
    : previewOf(
        rowToMessage({
          id: row.message_id,
          conversation_id: row.id,
          seq: row.last_seq,
          session_id: row.message_session_id,
          sender_kind: row.sender_kind,
          sender_id: row.sender_id,
          body: row.body,
          at: row.at,
        }),
      )
