/**
 * What the server last answered about a customer, for when it cannot be asked (R-03-143).
 *
 * It goes with the customer and with each of their threads that is lost: it may tell of that thread.
 */
import { sql } from '../../base/sql.ts'
import type { CustomerId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Customers of whom something is kept; the ones looked at longest ago go first. */
const MOST = 2000

export const keepAnswer = (
  db: WriteDb,
  customerId: CustomerId,
  name: string,
  value: unknown,
  at: number,
): void => {
  db.run(sql`
    insert or replace into kept_answers (customer_id, name, at, value)
    values (${customerId}, ${name}, ${at}, ${JSON.stringify(value)})`)
  db.run(sql`
    delete from kept_answers where at < (
      select at from kept_answers order by at desc limit 1 offset ${MOST})`)
}

/** Null: nothing is kept. */
export const readAnswer = <T>(
  db: ReadDb,
  customerId: CustomerId,
  name: string,
): { readonly value: T; readonly at: number } | null => {
  const row = db.get<{ at: number; value: string }>(
    sql`select at, value from kept_answers where customer_id = ${customerId} and name = ${name}`,
  )
  return row ? { value: JSON.parse(row.value) as T, at: row.at } : null
}

export const forgetAnswers = (db: WriteDb, customerId: CustomerId): void => {
  db.run(sql`delete from kept_answers where customer_id = ${customerId}`)
}
