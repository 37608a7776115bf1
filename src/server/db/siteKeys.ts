import { sql } from '../../base/sql.ts'
import type { OrganizationId, SiteKeys } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** The keys with what the secret was before, as long as that may still be in use. */
export type SigningKeys = Pick<SiteKeys, 'secret' | 'publicKey' | 'version'> & {
  readonly former?: { readonly secret: string; readonly until: number }
}

interface SiteKeysRow {
  readonly secret: string
  readonly public_key: string
  readonly version: number
  readonly former_secret: string | null
  readonly former_until: number | null
}

/** Undefined: nobody has asked for the keys yet, so nothing can have been signed. */
export const siteKeysOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<SigningKeys | undefined> => {
  const row = await db.get<SiteKeysRow>(sql`
    select secret, public_key, version, former_secret, former_until from site_keys where organization_id = ${organizationId}`)
  if (!row) return undefined
  const { secret, public_key: publicKey, version, former_secret, former_until: until } = row
  const former = former_secret !== null && until !== null ? { secret: former_secret, until } : undefined
  return { secret, publicKey, version, ...(former && { former }) }
}

export const saveSiteKeys = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { secret, publicKey, version, former }: SigningKeys,
): Promise<void> => {
  await db.run(sql`
    insert into site_keys (organization_id, secret, public_key, version, former_secret, former_until)
    values (${organizationId}, ${secret}, ${publicKey}, ${version}, ${former?.secret ?? null}, ${former?.until ?? null})
    on conflict (organization_id) do update set
      secret = excluded.secret, public_key = excluded.public_key, version = excluded.version,
      former_secret = excluded.former_secret, former_until = excluded.former_until`)
}
