import { sql } from '../../base/sql.ts'
import { NO_QUICK_ENTRIES, type OrganizationId, type QuickEntries } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export interface StoredQuickEntries {
  readonly quickEntries: QuickEntries
  /** Signs the context; null: nobody has saved any entries yet. */
  readonly secret: string | null
}

export const quickEntriesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<StoredQuickEntries> => {
  const row = await db.get<{ entries: string; secret: string; version: number }>(sql`
    select entries, secret, version from quick_entries where organization_id = ${organizationId}`)
  if (!row) return { quickEntries: NO_QUICK_ENTRIES, secret: null }
  const entries = JSON.parse(row.entries) as QuickEntries['entries']
  return { quickEntries: { entries, version: row.version }, secret: row.secret }
}

export const saveQuickEntries = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { entries, version }: QuickEntries,
  secret: string,
): Promise<void> => {
  await db.run(sql`
    insert into quick_entries (organization_id, entries, secret, version)
    values (${organizationId}, ${JSON.stringify(entries)}, ${secret}, ${version})
    on conflict (organization_id) do update set
      entries = excluded.entries, secret = excluded.secret, version = excluded.version`)
}
