import { sql } from '../../base/sql.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** What the demonstration would have sent. */
export interface OutboxNote {
  readonly id: string
  readonly kind: 'email' | 'sms'
  readonly to: string
  /** Empty for a text message. */
  readonly subject: string
  readonly text: string
  readonly at: number
}

/** Keeps the note, and of older ones only what is younger than `since`. */
export const insertOutboxNote = async (db: WriteDb, note: OutboxNote, since: number): Promise<void> => {
  await db.run(sql`delete from local_outbox where at < ${since}`)
  await db.run(sql`
    insert into local_outbox (id, kind, recipient, subject, text, at)
    values (${note.id}, ${note.kind}, ${note.to}, ${note.subject}, ${note.text}, ${note.at})`)
}

/** The newest first. */
export const newestOutboxNotes = async (db: ReadDb, limit: number): Promise<OutboxNote[]> =>
  (
    await db.all<Omit<OutboxNote, 'to'> & { readonly recipient: string }>(sql`
      select id, kind, recipient, subject, text, at from local_outbox order by at desc, id desc limit ${limit}`)
  ).map(({ recipient, ...note }) => ({ ...note, to: recipient }))
