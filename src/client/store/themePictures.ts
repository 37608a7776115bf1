import { sql } from '../../base/sql.ts'
import type { CompanyTheme, FileId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** A picture of the company theme; null: it is not here. */
export const readThemePicture = (db: ReadDb, fileId: string): Blob | null => {
  const row = db.get<{ mime: string; bytes: Uint8Array<ArrayBuffer> }>(
    sql`select mime, bytes from theme_pictures where file_id = ${fileId}`,
  )
  return row ? new Blob([row.bytes], { type: row.mime }) : null
}

/** Keeps one, and none that the theme does not show any more. */
export const keepThemePicture = (
  db: WriteDb,
  theme: Pick<CompanyTheme, 'logo' | 'background'>,
  fileId: FileId,
  mime: string,
  bytes: Uint8Array,
): void => {
  db.run(sql`
    insert or replace into theme_pictures (file_id, mime, bytes) values (${fileId}, ${mime}, ${bytes})`)
  db.run(
    sql`delete from theme_pictures where file_id not in (${theme.logo ?? ''}, ${theme.background ?? ''})`,
  )
  db.touch('theme-pictures')
}
