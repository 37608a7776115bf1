/** Which files a library of quick replies has shown: whoever may read the library may see and send them. */
import { sql } from '../../base/sql.ts'
import type { AgentId, FileId, OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

const COMPANY = 'company'

export const linkLibraryFile = async (
  db: WriteDb,
  organizationId: OrganizationId,
  fileId: FileId,
  ownerId: AgentId | null,
): Promise<void> => {
  await db.run(sql`
    insert into quick_reply_files (organization_id, file_id, library)
    values (${organizationId}, ${fileId}, ${ownerId ?? COMPANY}) on conflict do nothing`)
}

/** Whether the company's library or the agent's own has shown the file. */
export const isLibraryFile = async (
  db: ReadDb,
  organizationId: OrganizationId,
  fileId: FileId,
  agentId: AgentId,
): Promise<boolean> =>
  (await db.get(sql`
    select 1 as known from quick_reply_files
    where organization_id = ${organizationId} and file_id = ${fileId} and library in (${COMPANY}, ${agentId})`)) !==
  undefined

/** Whether any library at all has shown the file. */
export const isInLibrary = async (
  db: ReadDb,
  organizationId: OrganizationId,
  fileId: FileId,
): Promise<boolean> =>
  (await db.get(sql`
    select 1 as known from quick_reply_files
    where organization_id = ${organizationId} and file_id = ${fileId} limit 1`)) !== undefined
