import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  Contact,
  ContactGroup,
  ContactGroupId,
  CustomerId,
  StarredColleague,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

export const saveContactGroup = (db: WriteDb, { id, list, name }: ContactGroup): void => {
  db.run(sql`insert or replace into contact_groups (id, list, name) values (${id}, ${list}, ${name})`)
  db.touch('contacts')
}

/** Who was in it is in no group afterwards. */
export const removeContactGroup = (db: WriteDb, id: ContactGroupId): void => {
  db.run(sql`delete from contact_groups where id = ${id}`)
  db.run(sql`update contacts set group_id = null where group_id = ${id}`)
  db.run(sql`update starred_colleagues set group_id = null where group_id = ${id}`)
  db.touch('contacts')
}

export const saveContact = (db: WriteDb, { list, customerId, groupId, at }: Contact): void => {
  db.run(sql`
    insert or replace into contacts (list, customer_id, group_id, at)
    values (${list}, ${customerId}, ${groupId}, ${at})`)
  db.touch('contacts')
}

export const removeContact = (db: WriteDb, list: Contact['list'], customerId: CustomerId): void => {
  db.run(sql`delete from contacts where list = ${list} and customer_id = ${customerId}`)
  db.touch('contacts')
}

export const saveStarredColleague = (db: WriteDb, { agentId, groupId, at }: StarredColleague): void => {
  db.run(sql`
    insert or replace into starred_colleagues (agent_id, group_id, at) values (${agentId}, ${groupId}, ${at})`)
  db.touch('contacts')
}

export const removeStarredColleague = (db: WriteDb, agentId: AgentId): void => {
  db.run(sql`delete from starred_colleagues where agent_id = ${agentId}`)
  db.touch('contacts')
}

export const clearContacts = (db: WriteDb): void => {
  db.run(sql`delete from contact_groups`)
  db.run(sql`delete from contacts`)
  db.run(sql`delete from starred_colleagues`)
  db.touch('contacts')
}

export const listContactGroups = (db: ReadDb): ContactGroup[] =>
  db.all<ContactGroup>(sql`select id, list, name from contact_groups order by list, name`)

export const listContacts = (db: ReadDb): Contact[] =>
  db.all<Contact>(sql`
    select list, customer_id as "customerId", group_id as "groupId", at from contacts order by list, customer_id`)

export const listStarredColleagues = (db: ReadDb): StarredColleague[] =>
  db.all<StarredColleague>(sql`
    select agent_id as "agentId", group_id as "groupId", at from starred_colleagues order by agent_id`)
