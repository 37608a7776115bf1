/** Writes the search index: which message has which terms, numbered by time. */
import { sql } from '../../base/sql.ts'
import { initialsOf } from '../../domain/search/pinyin.ts'
import { customerText, searchableText } from '../../domain/search/searchableText.ts'
import { fold, indexable } from '../../domain/search/terms.ts'
import type { Customer, Message } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { shownRemarks } from './privateRemarks.ts'
import { parseStored } from './stored.ts'
import { metWords, saveWords, type MetWords, type Vocabulary } from './vocabulary.ts'

export interface Unindexed {
  readonly key: number
  readonly at: number
  readonly body: string
  /** It was indexed before; the queue of changes has it. */
  readonly changed: 0 | 1
}

/** The next messages the index does not have: changed ones first, then in order of arrival. */
export const unindexedMessages = (db: ReadDb, limit: number): Unindexed[] => {
  const changed = db.all<Unindexed>(sql`
    select m.key, m.at, m.body, 1 as changed from search_changed_messages c join messages m on m.key = c.message
    where m.key <= (select key from search_position) limit ${limit}`)
  if (changed.length > 0) return changed
  return db.all<Unindexed>(sql`
    select key, at, body, 0 as changed from messages
    where key > (select key from search_position) order by key limit ${limit}`)
}

/** Share of the messages that is indexed; by keys, as counting a million rows would take longer than the search. */
export const indexedShare = (db: ReadDb): number => {
  const row = db.get<{ done: number; last: number | null }>(
    sql`select key as done, (select max(key) from messages) as last from search_position`,
  )
  return row?.last ? Math.floor((Math.min(row.done, row.last) / row.last) * 100) / 100 : 1
}

/** Indexes messages and returns the words it met, which the vocabulary learns once this is committed. */
export const indexMessages = (
  db: WriteDb,
  messages: readonly Unindexed[],
  known: Pick<Vocabulary, 'newestOf'>,
): MetWords => {
  const met = metWords()
  const number = documentNumbers(db)
  // In the order of their numbers: out of order FTS5 writes each row by itself.
  for (const { key, at, body, changed } of messages.toSorted((a, b) => a.at - b.at)) {
    const text = searchableText(parseStored<Message['body']>(body))
    if (changed) db.run(sql`delete from search_changed_messages where message = ${key}`)
    if (text === '') continue
    const document = number(at)
    db.run(sql`insert into search_documents (document, message) values (${document}, ${key})`)
    const { terms, words } = indexable(text)
    db.run(sql`insert into message_terms (rowid, terms) values (${document}, ${terms})`)
    met.add(words, document)
  }
  saveWords(db, 'messages', met, known)
  db.run(mergeStep)
  // Only those that came in their turn move the place on; what was changed before its turn is up to date with it.
  const inTurn = messages.flatMap(({ key, changed }) => (changed ? [] : [key]))
  if (inTurn.length > 0) {
    const [first, last] = [Math.min(...inTurn), Math.max(...inTurn)]
    db.run(sql`delete from search_changed_messages where message between ${first} and ${last}`)
    db.run(sql`update search_position set key = max(key, ${last})`)
  }
  db.touch('search-index')
  return met
}

/** Writes the texts of customers that are new or changed, and returns the words it met. */
export const indexCustomers = (db: WriteDb, limit: number, known: Pick<Vocabulary, 'newestOf'>): MetWords => {
  const met = metWords()
  const rows = db.all<{ id: string; data: string | null; remark: string | null }>(sql`
    select c.customer_id as id, u.data, p.remark from search_changed_customers c
    left join customers u on u.id = c.customer_id
    left join ${shownRemarks} p on p.customer_id = c.customer_id limit ${limit}`)
  for (const { id, data, remark } of rows) {
    db.run(sql`delete from search_changed_customers where customer_id = ${id}`)
    db.run(
      sql`delete from customer_terms where rowid = (select key from customer_texts where customer_id = ${id})`,
    )
    db.run(sql`delete from customer_texts where customer_id = ${id}`)
    if (data === null) continue
    const customer = parseStored<Customer>(data)
    const text = customerText(customer, remark)
    const added = db.get<{ key: number }>(sql`
      insert into customer_texts (customer_id, name, text, initials)
      values (${id}, ${fold(remark ?? customer.name)}, ${fold(text)}, ${initialsOfNames(customer, remark)})
      returning key`)
    const { terms, words } = indexable(text)
    const document = added?.key ?? 0
    db.run(sql`insert into customer_terms (rowid, terms) values (${document}, ${terms})`)
    met.add(words, document)
  }
  saveWords(db, 'customers', met, known)
  if (rows.length > 0) db.touch('search-index')
  return met
}

/** Empty for most names that are not Chinese. */
const initialsOfNames = ({ name }: Customer, remark: string | null): string =>
  [...new Set([remark ?? '', name].map(initialsOf))].filter(Boolean).join(' ')

export const hasUnindexedCustomers = (db: ReadDb): boolean =>
  db.get(sql`select 1 as found from search_changed_customers limit 1`) !== undefined

/** Pages of the index that are merged with each bite; as text, since FTS5 takes no other number than an integer. */
const mergeStep = sql`insert into message_terms (message_terms, rank) values ('merge', 64)`

/** Farther away from its second than this a message is rather found at the top than looked for a free number. */
const FARTHEST = 2 ** 16

/**
 * Gives each message a number near the second it was sent in.
 *
 * Numbers follow the time, so that the index gives the newest hits first without sorting; and they lie close
 * together, because the index stores their differences: numbers by the millisecond made it twice as large.
 */
const documentNumbers = (db: ReadDb): ((at: number) => number) => {
  const newest = db.get<{ document: number; at: number }>(sql`
    select d.document, m.at from search_documents d join messages m on m.key = d.message
    order by d.document desc limit 1`)
  let last = newest?.document ?? 0
  let lastAt = newest?.at ?? 0
  const isFree = (document: number): boolean =>
    db.get(sql`select 1 as taken from search_documents where document = ${document}`) === undefined
  return (at) => {
    const second = Math.floor(at / 1000)
    if (second > last || at >= lastAt) {
      last = Math.max(second, last + 1)
      lastAt = Math.max(at, lastAt)
      return last
    }
    if (isFree(second)) return second
    for (let step = 1; step <= FARTHEST && second + step < last; step *= 2) {
      if (isFree(second + step)) return second + step
    }
    last += 1
    return last
  }
}
