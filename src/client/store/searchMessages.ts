import { sql, type Sql } from '../../base/sql.ts'
import { searchableText } from '../../domain/search/searchableText.ts'
import { isHit, matchOf, type Search, type TermGroup } from '../../domain/search/terms.ts'
import type { Channel, Message } from '../../protocol/model/index.ts'
import type { MessageHit } from '../api.ts'
import { CHAT_NAME, UNNAMED_MEMBERS } from './chats.ts'
import type { ReadDb } from './database.ts'
import { rowToMessage, type MessageRow } from './messages.ts'
import { shownRemarks } from './privateRemarks.ts'
import { searchSteps, type SearchStep } from './searchSteps.ts'
import { NOTHING_LEFT, type Vocabulary } from './vocabulary.ts'

/** Candidates looked through for one answer, so that no combination of common words takes seconds. */
const CANDIDATES_MOST = 20_000

/** The newest messages that hold all that was searched, newest first. */
export const findMessages = (
  db: ReadDb,
  search: Search,
  limit: number,
  vocabulary: Vocabulary,
  wants: Wants = () => true,
): MessageHit[] => {
  const hits: MessageHit[] = []
  let below = Number.MAX_SAFE_INTEGER
  let seen = 0
  for (const step of searchSteps(search, limit, vocabulary)) {
    const readPage = pagesOf(db, step, below)
    for (let size = limit; seen < CANDIDATES_MOST; size = Math.min(size * 4, 1000)) {
      const rows = readPage(below, size)
      for (const row of rows) {
        const message = rowToMessage(row)
        if (!isHit(search, searchableText(message.body)) || !wants(message, row.channel)) continue
        hits.push({
          message,
          customerName: row.name ?? '',
          customerNumber: row.number ?? 0,
          unnamedMembers: row.unnamed,
        })
        if (hits.length === limit) return byTime(hits)
      }
      const last = rows.at(-1)
      if (!last || rows.length < size) break
      below = last.document
      seen += rows.length
    }
    below = Math.min(below, step.above + 1)
  }
  return byTime(hits)
}

/** Whether somebody asked for this one; `channel` is that of its conversation. */
export type Wants = (message: Message, channel: Channel | null) => boolean

type Candidate = MessageRow & {
  document: number
  channel: Channel | null
  name: string | null
  number: number | null
  unnamed: number | null
}
type ReadPage = (below: number, limit: number) => Candidate[]

/** By the index; or every message, where there are no more of them than terms to look up. */
const pagesOf = (db: ReadDb, { groups, above }: SearchStep, below: number): ReadPage => {
  const terms = groups.reduce((count, group) => count + group.length, 0)
  if (above !== NOTHING_LEFT && !hasMoreThan(db, terms, above, below))
    return (under, limit) => messagesBetween(db, above, under, limit)
  const queries = queriesOf(selective(db, groups))
  const [query] = queries
  return query !== undefined && queries.length === 1
    ? (under, limit) => messagesWith(db, query, above, under, limit)
    : (under, limit) => messagesOf(db, newestWith(db, queries, above, under, limit))
}

const hasMoreThan = (db: ReadDb, count: number, above: number, below: number): boolean =>
  db.get(sql`
    select 1 as found from search_documents where document > ${above} and document < ${below}
    limit 1 offset ${count}`) !== undefined

const messagesBetween = (db: ReadDb, above: number, below: number, limit: number): Candidate[] =>
  db.all<Candidate>(sql`
    select d.document, m.*, ${NAMED}, c.channel
    from search_documents d
    ${JOINS}
    where d.document > ${above} and d.document < ${below}
    order by d.document desc limit ${limit}`)

const messagesWith = (db: ReadDb, match: string, above: number, below: number, limit: number): Candidate[] =>
  db.all<Candidate>(sql`
    select d.document, m.*, ${NAMED}, c.channel
    from message_terms t
    cross join search_documents d on d.document = t.rowid
    ${JOINS}
    where t.message_terms match ${match} and ${between(above, below)}
    order by t.rowid desc limit ${limit}`)

const messagesOf = (db: ReadDb, documents: readonly number[]): Candidate[] =>
  db.all<Candidate>(sql`
    select d.document, m.*, ${NAMED}, c.channel
    from json_each(${JSON.stringify(documents)}) found
    cross join search_documents d on d.document = found.value
    ${JOINS}
    order by d.document desc`)

/** While a query runs each of its terms holds a page of every part of the index: thousands would take 100 MB. */
const TERMS_AT_ONCE = 64

/** Together they find what the groups find: the longest group is asked for in portions. */
const queriesOf = (groups: readonly TermGroup[]): readonly string[] => {
  const longest = groups.reduce((most, group) => (group.length > most.length ? group : most))
  return Array.from({ length: Math.ceil(longest.length / TERMS_AT_ONCE) }, (_, index) => {
    const portion = longest.slice(index * TERMS_AT_ONCE, (index + 1) * TERMS_AT_ONCE)
    return matchOf(groups.map((group) => (group === longest ? portion : group)))
  })
}

/** The newest documents that any of the queries finds. */
const newestWith = (
  db: ReadDb,
  queries: readonly string[],
  above: number,
  below: number,
  limit: number,
): readonly number[] => {
  let newest: readonly number[] = []
  for (const match of queries) {
    // Older ones are not wanted any more.
    const least = newest.length === limit ? (newest.at(-1) ?? above) : above
    const more = db.all<{ document: number }>(sql`
      select rowid as document from message_terms t
      where t.message_terms match ${match} and ${between(least, below)}
      order by t.rowid desc limit ${limit}`)
    if (more.length > 0)
      newest = [...new Set([...newest, ...more.map(({ document }) => document)])]
        .sort((a, b) => b - a)
        .slice(0, limit)
  }
  return newest
}

/** Casts, because some drivers bind every number as a float, which FTS5 does not take as a limit. */
const between = (above: number, below: number): Sql =>
  sql`t.rowid > cast(${above} as integer) and t.rowid < cast(${below} as integer)`

const JOINS = sql`
    cross join messages m on m.key = d.message
    left join conversations c on c.id = m.conversation_id
    left join customers u on u.id = c.customer_id
    left join ${shownRemarks} p on p.customer_id = c.customer_id
    left join chats h on h.id = m.conversation_id`

/** What the other side is called. */
const NAMED = sql`coalesce(p.remark, u.name, ${CHAT_NAME}) as name, u.number, ${UNNAMED_MEMBERS} as unnamed`

/** Numbers follow the time by the second; within it the time decides. */
const byTime = (hits: MessageHit[]): MessageHit[] =>
  hits.sort((a, b) => b.message.at - a.message.at || b.message.seq - a.message.seq)

/** So many documents of a term tell how common it is. */
const SAMPLE = 64
/** To walk past so many documents of a common term costs about as much as to read the text of one candidate. */
const STEPS_A_TEXT = 50

/**
 * Without terms that are everywhere, where another term is rare.
 *
 * All documents of a common term would be walked through to find the few that have the rare one too; their texts are
 * read sooner.
 */
const selective = (db: ReadDb, groups: readonly TermGroup[]): readonly TermGroup[] => {
  if (groups.length < 2) return groups
  const distances = groups.map((group) => (group.some(({ prefix }) => prefix) ? null : distanceOf(db, group)))
  const rarest = Math.max(...distances.map((distance) => distance ?? 0))
  return groups.filter((_, index) => (distances[index] ?? rarest) * STEPS_A_TEXT >= rarest)
}

/** How far the newest documents of the group lie apart; at least that far if it has only few. */
const distanceOf = (db: ReadDb, group: TermGroup): number => {
  const row = db.get<{ newest: number; oldest: number }>(sql`
    select (select max(document) from search_documents) as newest,
      (select min(document) from search_documents) as oldest`)
  if (!row) return 0
  const place = newestWith(db, queriesOf([group]), NOTHING_LEFT, Number.MAX_SAFE_INTEGER, SAMPLE)[SAMPLE - 1]
  return (row.newest - (place ?? row.oldest)) / SAMPLE
}
