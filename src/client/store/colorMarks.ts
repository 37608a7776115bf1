import { sql, type Sql } from '../../base/sql.ts'
import type { ColorMarkId, CustomerId, CustomerMarks } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'

export const saveColorMarks = (db: WriteDb, { customerId, markIds }: CustomerMarks): void => {
  db.run(
    markIds.length === 0
      ? sql`delete from color_marks where customer_id = ${customerId}`
      : sql`insert or replace into color_marks (customer_id, mark_ids) values (${customerId}, ${JSON.stringify(markIds)})`,
  )
  db.touch('conversations')
}

export const clearColorMarks = (db: WriteDb): void => {
  db.run(sql`delete from color_marks`)
  db.touch('conversations')
}

/** What the agent has marked a customer with by hand. */
export const readColorMarks = (db: ReadDb, customerId: CustomerId): readonly ColorMarkId[] => {
  const row = db.get<{ mark_ids: string }>(
    sql`select mark_ids from color_marks where customer_id = ${customerId}`,
  )
  return row ? parseStored<ColorMarkId[]>(row.mark_ids) : []
}

/** The table of marks with others laid over it, customer by customer. */
export const colorMarksWith = (early: ReadonlyMap<CustomerId, readonly ColorMarkId[]>): Sql => {
  if (early.size === 0) return sql`color_marks`
  const rows = JSON.stringify(Object.fromEntries(early))
  return sql`(
    select customer_id, mark_ids from color_marks where customer_id not in (select key from json_each(${rows}))
    union all select key as customer_id, value as mark_ids from json_each(${rows}))`
}
