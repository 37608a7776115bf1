import { sql } from '../../base/sql.ts'
import type { CustomerId, PrivateRemark } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** The remarks that are shown; without the permission they are kept and hidden (R-03-134). */
export const shownRemarks = sql`(
  select customer_id, remark from private_remarks where exists (
    select 1 from position m, json_each(m.me, '$.permissions') granted where granted.value = 'remark.private'))`

export const savePrivateRemark = (db: WriteDb, { customerId, text }: PrivateRemark): void => {
  db.run(
    text === ''
      ? sql`delete from private_remarks where customer_id = ${customerId}`
      : sql`insert or replace into private_remarks (customer_id, remark) values (${customerId}, ${text})`,
  )
  renamed(db, customerId)
}

export const clearPrivateRemarks = (db: WriteDb): void => {
  for (const { customer_id: id } of db.all<{ customer_id: CustomerId }>(
    sql`delete from private_remarks returning customer_id`,
  )) {
    renamed(db, id)
  }
}

/** What the agent calls the customer; null: as everybody does. */
export const readPrivateRemark = (db: ReadDb, customerId: CustomerId): string | null =>
  db.get<{ remark: string }>(sql`select remark from ${shownRemarks} where customer_id = ${customerId}`)
    ?.remark ?? null

/** The permission to see them was given or withdrawn. */
export const showOrHideRemarks = (db: WriteDb): void => {
  for (const { customer_id: id } of db.all<{ customer_id: CustomerId }>(
    sql`select customer_id from private_remarks`,
  )) {
    renamed(db, id)
  }
}

/** Wherever the customer is named there is another name now, also where one looks for it. */
const renamed = (db: WriteDb, customerId: CustomerId): void => {
  db.run(sql`insert or ignore into search_changed_customers (customer_id) values (${customerId})`)
  db.touch('customers', 'conversations', 'pool')
  for (const { id } of db.all<{ id: string }>(
    sql`select id from conversations where customer_id = ${customerId}`,
  )) {
    db.touch(`conversation:${id}`)
  }
}
