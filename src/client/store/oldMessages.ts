/** Text that is older than this device keeps (R-06-176). */
import { sql, sqlList } from '../../base/sql.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Of each conversation the newest stay, whatever their age: it can be opened without a connection. */
const ALWAYS = 100

/** The next conversation in the order of ids; null: that was the last one. */
export const conversationAfter = (db: ReadDb, id: string): ConversationId | null =>
  db.get<{ id: ConversationId }>(sql`select id from conversations where id > ${id} order by id limit 1`)
    ?.id ?? null

/** Whether it has anything that `removeOldMessages` would remove: nearly none has, and looking is cheaper than writing. */
export const hasOldMessages = (db: ReadDb, conversationId: ConversationId, until: number): boolean =>
  db.get(sql`
    select 1 as found from messages m join conversations c on c.id = m.conversation_id
    where m.conversation_id = ${conversationId}
      and m.seq = (select min(seq) from messages where conversation_id = ${conversationId})
      and m.seq <= c.last_seq - ${ALWAYS} and m.at < ${until}`) !== undefined

/** Removes some of what a conversation has from before `until`, the oldest first. */
export const removeOldMessages = (
  db: WriteDb,
  conversationId: ConversationId,
  until: number,
  limit: number,
): void => {
  const rows = db.all<{ key: number; at: number }>(sql`
    select key, at from messages
    where conversation_id = ${conversationId}
      and seq <= (select last_seq - ${ALWAYS} from conversations where id = ${conversationId})
    order by seq limit ${limit}`)
  const young = rows.findIndex(({ at }) => at >= until)
  const old = young === -1 ? rows : rows.slice(0, young)
  if (old.length === 0) return
  db.run(sql`delete from messages where key in (${sqlList(old.map(({ key }) => key))})`)
  db.touch(`messages:${conversationId}`, 'messages-removed')
}
