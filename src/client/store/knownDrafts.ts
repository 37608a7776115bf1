import { sql } from '../../base/sql.ts'
import type { ConversationId, Draft, DraftContent, QuickReplyFile } from '../../protocol/model/index.ts'
import type { DraftFile, DraftView } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'

/** Keeps a draft as the server knows it; without content there is none. */
export const saveKnownDraft = (db: WriteDb, { conversationId, version, writer, content }: Draft): void => {
  db.run(
    content === null
      ? sql`delete from drafts where conversation_id = ${conversationId}`
      : sql`
        insert or replace into drafts (conversation_id, version, writer, content)
        values (${conversationId}, ${version}, ${writer}, ${JSON.stringify(content)})`,
  )
  db.touch('drafts', `draft:${conversationId}`)
}

export const clearKnownDrafts = (db: WriteDb): void => {
  for (const { id } of db.all<{ id: ConversationId }>(
    sql`delete from drafts returning conversation_id as id`,
  ))
    db.touch('drafts', `draft:${id}`)
}

export const readKnownDraft = (db: ReadDb, conversationId: ConversationId): DraftView | null => {
  const row = db.get<KnownDraftRow>(sql`select * from drafts where conversation_id = ${conversationId}`)
  return row ? rowToView(row) : null
}

export const readKnownDrafts = (db: ReadDb): Map<ConversationId, DraftView> =>
  new Map(
    db.all<KnownDraftRow>(sql`select * from drafts`).map((row) => [row.conversation_id, rowToView(row)]),
  )

/** A file that is with the server, as it goes along with a draft. */
export const draftFileOf = (file: QuickReplyFile): DraftFile => ({
  id: file.fileId,
  name: file.name,
  bytes: file.bytes,
  mime: file.mime,
  as: file.kind,
  alt: file.alt ?? '',
  seconds: file.kind === 'file' ? file.seconds : undefined,
  stored: file,
})

interface KnownDraftRow {
  readonly conversation_id: ConversationId
  readonly version: number
  readonly writer: string
  readonly content: string
}

const rowToView = ({ version, writer, content }: KnownDraftRow): DraftView => {
  const { text, caret, quote, files } = parseStored<DraftContent>(content)
  return { text, caret, quote, files: files.map(draftFileOf), writer, base: version }
}
