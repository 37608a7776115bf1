import { sql } from '../../base/sql.ts'
import type { FileId, OrganizationId, StoredFile } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** A file and where its bytes are. */
export interface FileRecord {
  readonly file: StoredFile
  readonly sha256: string
}

interface FileRow {
  id: FileId
  sha256: string
  name: string
  mime: string
  bytes: number
  width: number | null
  height: number | null
}

export const insertFile = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { file, sha256 }: FileRecord,
  uploader: { readonly kind: 'agent' | 'customer'; readonly id: string },
  at: number,
): Promise<void> => {
  await db.run(sql`
    insert into files (organization_id, id, sha256, name, mime, bytes, width, height, uploader_kind, uploader_id,
      created_at)
    values (${organizationId}, ${file.id}, ${sha256}, ${file.name}, ${file.mime}, ${file.bytes}, ${file.width},
      ${file.height}, ${uploader.kind}, ${uploader.id}, ${at})`)
}

/** Not there for anybody once the message that showed it was recalled. */
export const findFile = async (
  db: ReadDb,
  organizationId: OrganizationId,
  fileId: FileId,
): Promise<FileRecord | undefined> => {
  const row = await db.get<FileRow>(sql`
    select id, sha256, name, mime, bytes, width, height
    from files where organization_id = ${organizationId} and id = ${fileId} and withdrawn_at is null`)
  if (!row) return undefined
  const { sha256, ...file } = row
  return { file, sha256 }
}

/** Nobody is given the file any more; its bytes stay with the records of the company. */
export const withdrawFile = async (
  db: WriteDb,
  organizationId: OrganizationId,
  fileId: FileId,
  at: number,
): Promise<void> => {
  await db.run(sql`
    update files set withdrawn_at = ${at} where organization_id = ${organizationId} and id = ${fileId}`)
}
