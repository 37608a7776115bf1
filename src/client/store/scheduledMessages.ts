import { sql } from '../../base/sql.ts'
import type { ScheduledMessage, ScheduledMessageId } from '../../protocol/model/index.ts'
import type { ScheduledRow } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { shownRemarks } from './privateRemarks.ts'

export const saveScheduledMessage = (db: WriteDb, scheduled: ScheduledMessage): void => {
  const { id, conversationId, text, quoteId, dueAt, failure } = scheduled
  db.run(sql`
    insert or replace into scheduled_messages (id, conversation_id, text, quote_id, due_at, failure)
    values (${id}, ${conversationId}, ${text}, ${quoteId}, ${dueAt}, ${failure})`)
  db.touch('scheduled-messages')
}

export const removeScheduledMessage = (db: WriteDb, id: ScheduledMessageId): void => {
  db.run(sql`delete from scheduled_messages where id = ${id}`)
  db.touch('scheduled-messages')
}

export const clearScheduledMessages = (db: WriteDb): void => {
  db.run(sql`delete from scheduled_messages`)
  db.touch('scheduled-messages')
}

/** What could not be sent first, then what goes next; of customers who are no longer known here, without a name. */
export const listScheduledMessages = (db: ReadDb): ScheduledRow[] =>
  db.all<ScheduledRow>(sql`
    select s.id, s.conversation_id as "conversationId", s.text, s.quote_id as "quoteId", s.due_at as "dueAt",
      s.failure, coalesce(p.remark, u.name, '') as "customerName", u.number as "customerNumber"
    from scheduled_messages s
    left join conversations c on c.id = s.conversation_id
    left join customers u on u.id = c.customer_id
    left join ${shownRemarks} p on p.customer_id = c.customer_id
    order by s.failure is null, s.due_at, s.id`)
