import { sql } from '../../base/sql.ts'
import {
  NO_NAV_MENU,
  type NavMenu,
  type NavMenuPlan,
  type OrganizationId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** Undefined: nobody has made one yet. */
export const findNavMenu = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<NavMenu | undefined> => {
  const row = await db.get<{
    draft: string
    published: string | null
    published_at: number | null
    version: number
  }>(sql`
    select draft, published, published_at, version from nav_menus where organization_id = ${organizationId}`)
  return (
    row && {
      draft: JSON.parse(row.draft) as NavMenuPlan,
      published: row.published === null ? null : (JSON.parse(row.published) as NavMenuPlan),
      publishedAt: row.published_at,
      version: row.version,
    }
  )
}

export const navMenuOf = async (db: ReadDb, organizationId: OrganizationId): Promise<NavMenu> =>
  (await findNavMenu(db, organizationId)) ?? NO_NAV_MENU

/** What customers see; null: nothing was ever published. */
export const publishedMenuOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<NavMenuPlan | null> => {
  const row = await db.get<{ published: string | null }>(
    sql`select published from nav_menus where organization_id = ${organizationId}`,
  )
  return row?.published ? (JSON.parse(row.published) as NavMenuPlan) : null
}

export const saveNavMenu = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { draft, published, publishedAt, version }: NavMenu,
): Promise<void> => {
  await db.run(sql`
    insert into nav_menus (organization_id, draft, published, published_at, version)
    values (${organizationId}, ${JSON.stringify(draft)}, ${published && JSON.stringify(published)}, ${publishedAt},
      ${version})
    on conflict (organization_id) do update set draft = excluded.draft, published = excluded.published,
      published_at = excluded.published_at, version = excluded.version`)
}
