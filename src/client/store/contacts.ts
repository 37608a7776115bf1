import { sql } from '../../base/sql.ts'
import type { Contact, ContactGroup, ContactGroupId, CustomerId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

export const saveContactGroup = (db: WriteDb, { id, list, name }: ContactGroup): void => {
  db.run(sql`insert or replace into contact_groups (id, list, name) values (${id}, ${list}, ${name})`)
  db.touch('contacts')
}

/** Who was in it is in no group afterwards. */
export const removeContactGroup = (db: WriteDb, id: ContactGroupId): void => {
  db.run(sql`delete from contact_groups where id = ${id}`)
  db.run(sql`update contacts set group_id = null where group_id = ${id}`)
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

export const clearContacts = (db: WriteDb): void => {
  db.run(sql`delete from contact_groups`)
  db.run(sql`delete from contacts`)
  db.touch('contacts')
}

export const listContactGroups = (db: ReadDb): ContactGroup[] =>
  db.all<ContactGroup>(sql`select id, list, name from contact_groups order by list, name`)

export const listContacts = (db: ReadDb): Contact[] =>
  db.all<Contact>(sql`
    select list, customer_id as "customerId", group_id as "groupId", at from contacts order by list, customer_id`)
