/** Who is behind the entries of address books, and where they are talked to. */
import { sql, type Sql } from '../../base/sql.ts'
import type {
  AgentId,
  ContactPerson,
  ConversationId,
  CustomerId,
  OrganizationId,
} from '../../protocol/model/index.ts'
import type { ReadDb } from './port.ts'

/** Whom the agent starred, each with the newest conversation the agent follows, or the one as friends. */
export const favoritePeople = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<ContactPerson[]> =>
  people(
    db,
    sql`
    select u.id as customer_id, u.name, u.number, coalesce(
      (select c.id from conversations c
        join follows f on f.organization_id = c.organization_id and f.agent_id = k.agent_id
          and f.scope = 'thread:' || c.id
        where c.organization_id = k.organization_id and c.customer_id = k.customer_id
        order by c.last_at desc, c.id limit 1),
      (select min(c.id) from conversations c
        where c.organization_id = k.organization_id and c.customer_id = k.customer_id
          and c.face_agent_id = k.agent_id and c.friend_since is not null)) as conversation_id
    from contacts k
    join customers u on u.organization_id = k.organization_id and u.id = k.customer_id
    where k.organization_id = ${organizationId} and k.agent_id = ${agentId} and k.list = 'favorites'
    order by u.name, u.number`,
  )

/** Friends of one agent, or of the main account where that is null; `text` is looked for in names and numbers. */
export const friendPeople = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId | null,
  text: string,
  limit: number,
): Promise<ContactPerson[]> => {
  const face = agentId === null ? sql`c.face_agent_id is null` : sql`c.face_agent_id = ${agentId}`
  // What stands for anything in a pattern stands for itself in what somebody looks for.
  const like = `%${text.toLowerCase().replaceAll(/[!%_]/gu, (sign) => `!${sign}`)}%`
  return people(
    db,
    sql`
    select u.id as customer_id, u.name, u.number, c.id as conversation_id
    from conversations c
    join customers u on u.organization_id = c.organization_id and u.id = c.customer_id
    where c.organization_id = ${organizationId} and ${face} and c.friend_since is not null
      and (lower(u.name) like ${like} escape '!' or cast(u.number as text) like ${like} escape '!')
    order by u.name, u.number, c.id limit ${limit}`,
  )
}

/** Whose account has this number; they are talked to with the face of the organisation. Visitors have no account. */
export const personWithNumber = async (
  db: ReadDb,
  organizationId: OrganizationId,
  number: number,
): Promise<ContactPerson | undefined> =>
  (
    await people(
      db,
      sql`
      select u.id as customer_id, u.name, u.number, c.id as conversation_id
      from customers u
      join conversations c on c.organization_id = u.organization_id and c.customer_id = u.id
        and c.channel = 'im' and c.face_agent_id is null
      where u.organization_id = ${organizationId} and u.number = ${number}
      order by c.id limit 1`,
    )
  )[0]

const people = async (db: ReadDb, statement: Sql): Promise<ContactPerson[]> =>
  (
    await db.all<{
      customer_id: CustomerId
      name: string
      number: number
      conversation_id: ConversationId | null
    }>(statement)
  ).map((row) => ({
    customerId: row.customer_id,
    name: row.name,
    number: row.number,
    conversationId: row.conversation_id,
  }))
