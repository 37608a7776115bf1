/** The bytes of pictures, in a file of their own: it can be thrown away as a whole, and gives back what is removed. */
import { sql, sqlList } from '../../base/sql.ts'
import type { ReadDb, WriteDb } from './database.ts'

export const readMedia = (db: ReadDb, fileId: string): { blob: Blob; usedAt: number } | null => {
  const row = db.get<{ mime: string; used_at: number; bytes: Uint8Array<ArrayBuffer> }>(sql`
    select m.mime, m.used_at, b.bytes from media m join media_bytes b on b.file_id = m.file_id
    where m.file_id = ${fileId}`)
  return row ? { blob: new Blob([row.bytes], { type: row.mime }), usedAt: row.used_at } : null
}

export const saveMedia = (db: WriteDb, fileId: string, mime: string, bytes: Uint8Array, at: number): void => {
  db.run(sql`
    insert or replace into media (file_id, mime, size, used_at)
    values (${fileId}, ${mime}, ${bytes.byteLength}, ${at})`)
  db.run(sql`insert or replace into media_bytes (file_id, bytes) values (${fileId}, ${bytes})`)
}

export const touchMedia = (db: WriteDb, fileId: string, at: number): void => {
  db.run(sql`update media set used_at = ${at} where file_id = ${fileId}`)
}

export const removeMedia = (db: WriteDb, fileIds: readonly string[]): void => {
  db.run(sql`delete from media where file_id in (${sqlList(fileIds)})`)
  db.run(sql`delete from media_bytes where file_id in (${sqlList(fileIds)})`)
}

export const measureMedia = (db: ReadDb): { readonly files: number; readonly bytes: number } =>
  db.get<{ files: number; bytes: number }>(
    sql`select count(*) as files, coalesce(sum(size), 0) as bytes from media`,
  ) ?? { files: 0, bytes: 0 }

export interface MediaSize {
  readonly fileId: string
  readonly size: number
}

/** Those that nobody has looked at for longest. */
export const longestUnused = (db: ReadDb, limit: number): MediaSize[] =>
  db.all<{ fileId: string; size: number }>(
    sql`select file_id as "fileId", size from media order by used_at, file_id limit ${limit}`,
  )

/** In the order of their ids, to go through all of them. */
export const mediaAfter = (db: ReadDb, fileId: string, limit: number): string[] =>
  db
    .all<{ file_id: string }>(
      sql`select file_id from media where file_id > ${fileId} order by file_id limit ${limit}`,
    )
    .map((row) => row.file_id)

/** Those of them that no message on this device has, nor a favourite. */
export const withoutMessage = (cache: ReadDb, fileIds: readonly string[]): string[] => {
  const saved = new Set(savedFiles(cache))
  return fileIds.filter((id) => !saved.has(id) && !isInMessage(cache, id))
}

/** Files of favourites: they stay. */
export const savedFiles = (cache: ReadDb): string[] =>
  cache
    .all<{ file_id: string }>(sql`
      select json_extract(content, '$.body.fileId') as file_id from saved_messages
      where json_extract(content, '$.body.fileId') is not null`)
    .map((row) => row.file_id)

const isInMessage = (cache: ReadDb, fileId: string): boolean =>
  cache.get(sql`
    select 1 as found from messages
    where case when json_valid(body) then json_extract(body, '$.fileId') end = ${fileId}
    limit 1`) !== undefined
