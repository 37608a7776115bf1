import { sql } from '../../base/sql.ts'
import type { QuickReply, QuickReplyFile, QuickReplyUse } from '../../protocol/model/index.ts'
import type { QuickReplyView } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'

interface QuickReplyRow {
  id: QuickReply['id']
  owner_id: QuickReply['ownerId']
  group_name: string
  title: string
  texts: string
  files: string
  position: number
  version: number
}

export const saveQuickReply = (db: WriteDb, reply: QuickReply): void => {
  db.run(sql`
    insert or replace into quick_replies (id, owner_id, group_name, title, texts, files, position, version)
    values (${reply.id}, ${reply.ownerId}, ${reply.groupName}, ${reply.title}, ${JSON.stringify(reply.texts)},
      ${JSON.stringify(reply.files)}, ${reply.position}, ${reply.version})`)
  db.touch('quick-replies')
}

/** How often it was used goes with it. */
export const removeQuickReply = (db: WriteDb, id: QuickReply['id']): void => {
  db.run(sql`delete from quick_replies where id = ${id}`)
  db.run(sql`delete from quick_reply_uses where id = ${id}`)
  db.touch('quick-replies')
}

/** Empties one of the two libraries: the company's or the agent's own. */
export const clearQuickReplies = (db: WriteDb, library: 'company' | 'own'): void => {
  db.run(sql`delete from quick_replies where (owner_id is null) = ${library === 'company' ? 1 : 0}`)
  db.touch('quick-replies')
}

export const saveQuickReplyUse = (db: WriteDb, use: QuickReplyUse): void => {
  db.run(sql`
    insert or replace into quick_reply_uses (id, uses, last_used_at)
    values (${use.id}, ${use.uses}, ${use.lastUsedAt})`)
  db.touch('quick-replies')
}

export const clearQuickReplyUses = (db: WriteDb): void => {
  db.run(sql`delete from quick_reply_uses`)
  db.touch('quick-replies')
}

/** Own ones first, each library by group and position. */
export const listQuickReplies = (db: ReadDb): QuickReplyView[] =>
  db
    .all<QuickReplyRow & { uses: number | null; last_used_at: number | null }>(sql`
      select reply.*, used.uses, used.last_used_at
      from quick_replies reply left join quick_reply_uses used on used.id = reply.id
      order by reply.owner_id is null, reply.group_name, reply.position, reply.id`)
    .map((row) => ({ ...rowToQuickReply(row), uses: row.uses ?? 0, lastUsedAt: row.last_used_at }))

const rowToQuickReply = (row: QuickReplyRow): QuickReply => ({
  id: row.id,
  ownerId: row.owner_id,
  groupName: row.group_name,
  title: row.title,
  texts: JSON.parse(row.texts) as string[],
  files: JSON.parse(row.files) as QuickReplyFile[],
  position: row.position,
  version: row.version,
})
