import { sql } from '../../base/sql.ts'
import type { QuickReply } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

interface QuickReplyRow {
  id: QuickReply['id']
  owner_id: QuickReply['ownerId']
  group_name: string
  title: string
  text: string
  position: number
}

export const saveQuickReply = (db: WriteDb, reply: QuickReply): void => {
  db.run(sql`
    insert or replace into quick_replies (id, owner_id, group_name, title, text, position)
    values (${reply.id}, ${reply.ownerId}, ${reply.groupName}, ${reply.title}, ${reply.text}, ${reply.position})`)
  db.touch('quick-replies')
}

export const removeQuickReply = (db: WriteDb, id: QuickReply['id']): void => {
  db.run(sql`delete from quick_replies where id = ${id}`)
  db.touch('quick-replies')
}

/** Empties one of the two shelves: the company's or the agent's own. */
export const clearQuickReplies = (db: WriteDb, shelf: 'company' | 'own'): void => {
  db.run(sql`delete from quick_replies where (owner_id is null) = ${shelf === 'company' ? 1 : 0}`)
  db.touch('quick-replies')
}

/** Own ones first, each shelf by group and position. */
export const listQuickReplies = (db: ReadDb): QuickReply[] =>
  db
    .all<QuickReplyRow>(sql`select * from quick_replies order by owner_id is null, group_name, position, id`)
    .map(rowToQuickReply)

const rowToQuickReply = (row: QuickReplyRow): QuickReply => ({
  id: row.id,
  ownerId: row.owner_id,
  groupName: row.group_name,
  title: row.title,
  text: row.text,
  position: row.position,
})
