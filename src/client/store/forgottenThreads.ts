/**
 * Threads whose messages the agent deleted on this device (R-06-175).
 *
 * What is remembered is up to where, so that neither a catch-up nor a complete load brings them back by itself. The time
 * stands beside the number because a server whose older database was put back gives numbers a second time: what is
 * written after the deletion is always shown.
 */
import { sql } from '../../base/sql.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import type { ForgottenThread } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { listRow } from './topics.ts'

export const rememberForgotten = (db: WriteDb, { conversationId, seq, at }: ForgottenThread): void => {
  db.run(sql`
    insert or replace into forgotten_threads (conversation_id, seq, at)
    values (${conversationId}, ${seq}, ${at})`)
  db.touch('forgotten-threads', `messages:${conversationId}`, ...listRow(conversationId))
}

/** Its messages may come here again. */
export const showAgain = (db: WriteDb, conversationId: ConversationId): void => {
  db.run(sql`delete from forgotten_threads where conversation_id = ${conversationId}`)
  db.touch('forgotten-threads', `messages:${conversationId}`, ...listRow(conversationId))
}

export const listForgotten = (db: ReadDb): ForgottenThread[] =>
  db.all<ForgottenThread>(
    sql`select conversation_id as "conversationId", seq, at from forgotten_threads order by conversation_id`,
  )

/** Null: nothing of it was deleted here. */
export const readForgotten = (db: ReadDb, conversationId: ConversationId): ForgottenThread | null =>
  db.get<ForgottenThread>(sql`
    select conversation_id as "conversationId", seq, at from forgotten_threads
    where conversation_id = ${conversationId}`) ?? null

/** The number up to which a thread was deleted here; 0: it was not. */
export const forgottenUpTo = (db: ReadDb, conversationId: ConversationId): number =>
  readForgotten(db, conversationId)?.seq ?? 0
