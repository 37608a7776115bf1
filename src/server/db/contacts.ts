/** Agents' address books: whom they starred, where they file their friends, and the groups of both. */
import { sql, type Sql } from '../../base/sql.ts'
import type {
  AgentId,
  Contact,
  ContactGroup,
  ContactGroupId,
  ContactList,
  CustomerId,
  OrganizationId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export const contactGroupsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<ContactGroup[]> =>
  db.all<ContactGroup>(sql`
    select id, list, name from contact_groups
    where organization_id = ${organizationId} and agent_id = ${agentId} order by id`)

export const saveContactGroup = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { id, list, name }: ContactGroup,
): Promise<void> => {
  await db.run(sql`
    insert into contact_groups (organization_id, agent_id, id, list, name)
    values (${organizationId}, ${agentId}, ${id}, ${list}, ${name})
    on conflict (organization_id, agent_id, id) do update set name = excluded.name`)
}

/** Who was in it is in no group afterwards. */
export const deleteContactGroup = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  id: ContactGroupId,
): Promise<boolean> => {
  await db.run(sql`
    update contacts set group_id = null
    where organization_id = ${organizationId} and agent_id = ${agentId} and group_id = ${id}`)
  await db.run(sql`
    update starred_colleagues set group_id = null
    where organization_id = ${organizationId} and agent_id = ${agentId} and group_id = ${id}`)
  return (
    (await db.run(sql`
      delete from contact_groups
      where organization_id = ${organizationId} and agent_id = ${agentId} and id = ${id}`)) === 1
  )
}

export const contactsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<Contact[]> => contactsWhere(db, sql`organization_id = ${organizationId} and agent_id = ${agentId}`)

export const findContact = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  list: ContactList,
  customerId: CustomerId,
): Promise<Contact | undefined> =>
  (
    await contactsWhere(
      db,
      sql`organization_id = ${organizationId} and agent_id = ${agentId} and list = ${list}
        and customer_id = ${customerId}`,
    )
  )[0]

/** Customers and colleagues together. */
export const countFavorites = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<number> => {
  const row = await db.get<{ count: number }>(sql`
    select (
      select count(*) from contacts
      where organization_id = ${organizationId} and agent_id = ${agentId} and list = 'favorites'
    ) + (
      select count(*) from starred_colleagues
      where organization_id = ${organizationId} and agent_id = ${agentId}
    ) as count`)
  return Number(row?.count ?? 0)
}

export const saveContact = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { list, customerId, groupId, at }: Contact,
): Promise<void> => {
  await db.run(sql`
    insert into contacts (organization_id, agent_id, list, customer_id, group_id, at)
    values (${organizationId}, ${agentId}, ${list}, ${customerId}, ${groupId}, ${at})
    on conflict (organization_id, agent_id, list, customer_id) do update set group_id = excluded.group_id`)
}

export const deleteContact = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  list: ContactList,
  customerId: CustomerId,
): Promise<boolean> =>
  (await db.run(sql`
    delete from contacts
    where organization_id = ${organizationId} and agent_id = ${agentId} and list = ${list}
      and customer_id = ${customerId}`)) === 1

/** Who keeps the customer, and where. */
export const contactsWith = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<{ readonly agentId: AgentId; readonly contact: Contact }[]> =>
  (
    await db.all<ContactRow & { readonly agent_id: AgentId }>(sql`
      select agent_id, list, customer_id, group_id, at from contacts
      where organization_id = ${organizationId} and customer_id = ${customerId} order by agent_id, list`)
  ).map((row) => ({ agentId: row.agent_id, contact: rowToContact(row) }))

interface ContactRow {
  readonly list: ContactList
  readonly customer_id: CustomerId
  readonly group_id: ContactGroupId | null
  readonly at: number
}

const contactsWhere = async (db: ReadDb, condition: Sql): Promise<Contact[]> =>
  (
    await db.all<ContactRow>(
      sql`select list, customer_id, group_id, at from contacts where ${condition} order by list, customer_id`,
    )
  ).map(rowToContact)

const rowToContact = (row: ContactRow): Contact => ({
  list: row.list,
  customerId: row.customer_id,
  groupId: row.group_id,
  at: row.at,
})
