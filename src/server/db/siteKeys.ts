import { sql } from '../../base/sql.ts'
import type { OrganizationId, SiteKeys } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface SiteKeysRow {
  readonly secret: string
  readonly public_key: string
  readonly version: number
}

/** Undefined: nobody has asked for the keys yet, so nothing can have been signed. */
export const siteKeysOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<SiteKeys | undefined> => {
  const row = await db.get<SiteKeysRow>(sql`
    select secret, public_key, version from site_keys where organization_id = ${organizationId}`)
  return row && { secret: row.secret, publicKey: row.public_key, version: row.version }
}

export const saveSiteKeys = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { secret, publicKey, version }: SiteKeys,
): Promise<void> => {
  await db.run(sql`
    insert into site_keys (organization_id, secret, public_key, version)
    values (${organizationId}, ${secret}, ${publicKey}, ${version})
    on conflict (organization_id) do update set
      secret = excluded.secret, public_key = excluded.public_key, version = excluded.version`)
}
