import { sql } from '../../base/sql.ts'
import type { Customer, CustomerId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { forgetAnswers } from './keptAnswers.ts'
import { parseStored } from './stored.ts'

/** An older version never replaces a newer one: the same customer arrives in each of their threads. */
export const saveCustomer = (db: WriteDb, customer: Customer): void => {
  db.run(sql`
    insert into customers (id, number, name, type, ownership, language, tag_ids, version, data)
    values (${customer.id}, ${customer.number}, ${customer.name}, ${customer.type}, ${customer.ownership},
      ${customer.language}, ${JSON.stringify(customer.tagIds)}, ${customer.version}, ${JSON.stringify(customer)})
    on conflict (id) do update set
      number = excluded.number, name = excluded.name, type = excluded.type, ownership = excluded.ownership,
      language = excluded.language, tag_ids = excluded.tag_ids, version = excluded.version, data = excluded.data
      where excluded.version >= version`)
  db.touch('customers', 'conversations')
  for (const { id } of db.all<{ id: string }>(
    sql`select id from conversations where customer_id = ${customer.id}`,
  )) {
    db.touch(`conversation:${id}`)
  }
}

/** Before a complete load: versions of another history cannot be compared, whatever comes now is newer. */
export const forgetVersions = (db: WriteDb): void => {
  db.run(sql`update customers set version = -1`)
}

/** Removes a customer none of whose conversations is here any more, and what was told of the one that has just gone. */
export const removeOrphanedCustomer = (db: WriteDb, customerId: CustomerId): void => {
  db.run(sql`
    delete from customers where id = ${customerId}
    and not exists (select 1 from conversations where customer_id = ${customerId})`)
  forgetAnswers(db, customerId)
  db.touch('customers')
}

export const readCustomer = (db: ReadDb, customerId: CustomerId): Customer | null => {
  const row = db.get<{ data: string }>(sql`select data from customers where id = ${customerId}`)
  return row ? parseStored<Customer>(row.data) : null
}
