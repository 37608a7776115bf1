import { sql } from '../../base/sql.ts'
import {
  NO_NAV_MENU,
  type NavAccount,
  type NavMenu,
  type NavMenuPlan,
  type OrganizationId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface NavMenuRow {
  readonly account: NavAccount
  readonly draft: string
  readonly published: string | null
  readonly published_at: number | null
  readonly version: number
}

/** Those that somebody has made. */
export const navMenusOf = async (db: ReadDb, organizationId: OrganizationId): Promise<NavMenu[]> =>
  (
    await db.all<NavMenuRow>(sql`
      select account, draft, published, published_at, version from nav_menus
      where organization_id = ${organizationId} order by account`)
  ).map(({ account, draft, published, published_at, version }) => ({
    account,
    draft: JSON.parse(draft) as NavMenuPlan,
    published: published === null ? null : (JSON.parse(published) as NavMenuPlan),
    publishedAt: published_at,
    version,
  }))

export const navMenuOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  account: NavAccount,
): Promise<NavMenu> =>
  (await navMenusOf(db, organizationId)).find((menu) => menu.account === account) ?? {
    ...NO_NAV_MENU,
    account,
  }

/** What customers see; null: nothing was ever published. */
export const publishedMenuOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  account: NavAccount,
): Promise<NavMenuPlan | null> => {
  const row = await db.get<Pick<NavMenuRow, 'published'>>(
    sql`select published from nav_menus where organization_id = ${organizationId} and account = ${account}`,
  )
  return row?.published ? (JSON.parse(row.published) as NavMenuPlan) : null
}

export const saveNavMenu = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { account, draft, published, publishedAt, version }: NavMenu,
): Promise<void> => {
  await db.run(sql`
    insert into nav_menus (organization_id, account, draft, published, published_at, version)
    values (${organizationId}, ${account}, ${JSON.stringify(draft)}, ${published && JSON.stringify(published)},
      ${publishedAt}, ${version})
    on conflict (organization_id, account) do update set draft = excluded.draft, published = excluded.published,
      published_at = excluded.published_at, version = excluded.version`)
}
