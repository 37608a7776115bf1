import { sql } from '../../base/sql.ts'
import type { CustomerMarks } from '../../protocol/model/index.ts'
import type { WriteDb } from './database.ts'

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
