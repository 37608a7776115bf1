import { sql } from '../../base/sql.ts'
import type { CustomRouter, OrganizationId, RouterId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export const routersOf = async (db: ReadDb, organizationId: OrganizationId): Promise<CustomRouter[]> =>
  (
    await db.all<{ data: string }>(
      sql`select data from routers where organization_id = ${organizationId} order by id`,
    )
  ).map(({ data }) => JSON.parse(data) as CustomRouter)

/** With the secret, which leaves the server only in the answer to whoever makes it. */
export const findRouter = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: RouterId,
): Promise<{ readonly router: CustomRouter; readonly secret: string } | undefined> => {
  const row = await db.get<{ data: string; secret: string }>(
    sql`select data, secret from routers where organization_id = ${organizationId} and id = ${id}`,
  )
  return row && { router: JSON.parse(row.data) as CustomRouter, secret: row.secret }
}

export const saveRouter = async (
  db: WriteDb,
  organizationId: OrganizationId,
  router: CustomRouter,
  secret: string,
): Promise<void> => {
  await db.run(sql`
    insert into routers (organization_id, id, data, secret, version)
    values (${organizationId}, ${router.id}, ${JSON.stringify(router)}, ${secret}, ${router.version})
    on conflict (organization_id, id) do update set data = excluded.data, secret = excluded.secret,
      version = excluded.version`)
}

export const deleteRouter = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: RouterId,
): Promise<void> => {
  await db.run(sql`delete from routers where organization_id = ${organizationId} and id = ${id}`)
}
