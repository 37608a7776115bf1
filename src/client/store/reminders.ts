import { sql } from '../../base/sql.ts'
import type { ConversationId, Reminder } from '../../protocol/model/index.ts'
import type { TodoRow } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { shownRemarks } from './privateRemarks.ts'
import { listRow } from './topics.ts'

export const saveReminder = (db: WriteDb, { conversationId, dueAt, setAt, rungAt }: Reminder): void => {
  db.run(sql`
    insert or replace into reminders (conversation_id, due_at, set_at, rung_at)
    values (${conversationId}, ${dueAt}, ${setAt}, ${rungAt})`)
  db.touch('reminders', ...listRow(conversationId), `conversation:${conversationId}`)
}

export const removeReminder = (db: WriteDb, conversationId: ConversationId): void => {
  db.run(sql`delete from reminders where conversation_id = ${conversationId}`)
  db.touch('reminders', ...listRow(conversationId), `conversation:${conversationId}`)
}

export const clearReminders = (db: WriteDb): void => {
  db.run(sql`delete from reminders`)
  db.touch('reminders', 'conversations')
}

export const readReminder = (db: ReadDb, conversationId: ConversationId): Reminder | null =>
  db.get<Reminder>(sql`
    select conversation_id as "conversationId", due_at as "dueAt", set_at as "setAt", rung_at as "rungAt"
    from reminders where conversation_id = ${conversationId}`) ?? null

/** What came back first, then what comes back next; of customers who are no longer known here, without a name. */
export const listReminders = (db: ReadDb): TodoRow[] =>
  db.all<TodoRow>(sql`
    select r.conversation_id as "conversationId", r.due_at as "dueAt", r.rung_at as "rungAt",
      coalesce(p.remark, u.name, '') as "customerName", u.number as "customerNumber"
    from reminders r
    left join conversations c on c.id = r.conversation_id
    left join customers u on u.id = c.customer_id
    left join ${shownRemarks} p on p.customer_id = c.customer_id
    order by r.rung_at is null, coalesce(r.rung_at, r.due_at), r.conversation_id`)
