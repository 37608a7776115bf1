import { sql } from '../../base/sql.ts'
import type { Bot, BotId, OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export const botsOf = async (db: ReadDb, organizationId: OrganizationId): Promise<Bot[]> =>
  (
    await db.all<{ data: string }>(
      sql`select data from bots where organization_id = ${organizationId} order by id`,
    )
  ).map(({ data }) => JSON.parse(data) as Bot)

/** With the secret, which leaves the server only in the answer to whoever makes it. */
export const findBot = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: BotId,
): Promise<{ readonly bot: Bot; readonly secret: string } | undefined> => {
  const row = await db.get<{ data: string; secret: string }>(
    sql`select data, secret from bots where organization_id = ${organizationId} and id = ${id}`,
  )
  return row && { bot: JSON.parse(row.data) as Bot, secret: row.secret }
}

export const saveBot = async (
  db: WriteDb,
  organizationId: OrganizationId,
  bot: Bot,
  secret: string,
): Promise<void> => {
  await db.run(sql`
    insert into bots (organization_id, id, data, secret, version)
    values (${organizationId}, ${bot.id}, ${JSON.stringify(bot)}, ${secret}, ${bot.version})
    on conflict (organization_id, id) do update set data = excluded.data, secret = excluded.secret,
      version = excluded.version`)
}

export const deleteBot = async (db: WriteDb, organizationId: OrganizationId, id: BotId): Promise<void> => {
  await db.run(sql`delete from bots where organization_id = ${organizationId} and id = ${id}`)
}
