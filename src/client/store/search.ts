import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import { sql } from '../../base/sql.ts'
import { searchableText } from '../../domain/search/searchableText.ts'
import { groupsOf, isHit, matchOf, type Expand, type Search } from '../../domain/search/terms.ts'
import type { Customer } from '../../protocol/model/index.ts'
import type { MessageHit } from '../api.ts'
import type { ReadDb } from './database.ts'
import { rowToMessage, type MessageRow } from './messages.ts'
import { findCustomers } from './searchDirectory.ts'
import {
  hasUnindexedCustomers,
  indexCustomers,
  indexedShare,
  indexMessages,
  unindexedMessages,
} from './searchDocuments.ts'
import type { Store } from './store.ts'
import { createVocabulary } from './vocabulary.ts'

/**
 * Finds cached messages, and keeps the index up to date behind their arrival.
 *
 * Indexing inside the transaction that applies messages would hold up everything else, so it happens afterwards in
 * bites of a few milliseconds, each a transaction of its own.
 */
export interface SearchIndex {
  /** Newest first. */
  find(search: Search, limit: number): MessageHit[]
  /** Exact name, beginning of the name, then whom one spoke with last (R-17-046). */
  findCustomers(search: Search, limit: number): Customer[]
  /** Share of the messages that can be found, 0…1 (R-17-048). */
  share(): number
  stop(): void
}

/** Messages that arrive together are indexed together: many at once cost a third less each than few. */
const SOON_MS = 100
const AFTER_FAILURE_MS = 5000
const BITE = { least: 128, most: 1000, longMs: 60, shortMs: 25 }

export const createSearchIndex = (store: Store, clock: Clock, log: Logger): SearchIndex => {
  const vocabulary = createVocabulary(store.cache)
  let bite = BITE.least
  let cancel: (() => void) | null = null

  const plan = (delayMs: number): void => {
    cancel ??= clock.after(delayMs, () => {
      cancel = null
      try {
        if (takeBite()) plan(1)
      } catch (error) {
        log.warn('the search index could not be written', { error })
        plan(AFTER_FAILURE_MS)
      }
    })
  }

  /** Indexes some rows; tells whether there are more. What arrives meanwhile announces itself. */
  const takeBite = (): boolean => {
    const began = clock.now()
    const size = bite
    const messages = unindexedMessages(store.cache, size)
    if (messages.length === 0 && !hasUnindexedCustomers(store.cache)) return false
    const words = store.write(({ cache }) => {
      const fresh = indexCustomers(cache, size, vocabulary.has)
      return messages.length > 0 ? [...fresh, ...indexMessages(cache, messages, vocabulary.has)] : fresh
    })
    vocabulary.add(words)
    const took = clock.now() - began
    if (took > BITE.longMs) bite = Math.max(BITE.least, Math.floor(bite / 2))
    else if (took < BITE.shortMs) bite = Math.min(BITE.most, bite * 2)
    return messages.length === size || messages[0]?.changed === 1 || hasUnindexedCustomers(store.cache)
  }

  const unlisten = store.changes.listen((topics) => {
    if (topics.has('*')) vocabulary.forget()
    for (const topic of topics) {
      if (topic === '*' || topic === 'customers' || topic.startsWith('messages:')) return plan(SOON_MS)
    }
  })
  plan(SOON_MS)

  return {
    find: (search, limit) => findMessages(store.cache, search, limit, vocabulary.wordsWith),
    findCustomers: (search, limit) => findCustomers(store.cache, search, limit, vocabulary.wordsWith),
    share: () => indexedShare(store.cache),
    stop: () => {
      unlisten()
      cancel?.()
    },
  }
}

/** Candidates looked through for one answer, so that no combination of common words takes seconds. */
const CANDIDATES_MOST = 20_000

const findMessages = (db: ReadDb, search: Search, limit: number, wordsWith: Expand): MessageHit[] => {
  const groups = groupsOf(search, wordsWith)
  if (groups.length === 0) return []
  const match = matchOf(groups)
  const hits: MessageHit[] = []
  let below = Number.MAX_SAFE_INTEGER
  let seen = 0
  for (let size = limit; seen < CANDIDATES_MOST; size = Math.min(size * 4, 1000)) {
    const rows = candidates(db, match, below, size)
    for (const row of rows) {
      const message = rowToMessage(row)
      if (!isHit(search, searchableText(message.body))) continue
      hits.push({ message, customerName: row.name ?? '', customerNumber: row.number ?? 0 })
      if (hits.length === limit) return byTime(hits)
    }
    const last = rows.at(-1)
    if (!last || rows.length < size) break
    below = last.document
    seen += rows.length
  }
  return byTime(hits)
}

type Candidate = MessageRow & { document: number; name: string | null; number: number | null }

const candidates = (db: ReadDb, match: string, below: number, limit: number): Candidate[] =>
  db.all<Candidate>(sql`
    select d.document, m.*, u.name, u.number
    from message_terms t
    cross join search_documents d on d.document = t.rowid
    cross join messages m on m.key = d.message
    left join conversations c on c.id = m.conversation_id
    left join customers u on u.id = c.customer_id
    where t.message_terms match ${match} and t.rowid < ${below}
    order by t.rowid desc limit ${limit}`)

/** Numbers follow the time by the second; within it the time decides. */
const byTime = (hits: MessageHit[]): MessageHit[] =>
  hits.sort((a, b) => b.message.at - a.message.at || b.message.seq - a.message.seq)
