import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { Search } from '../../domain/search/terms.ts'
import type { Customer } from '../../protocol/model/index.ts'
import type { MessageHit } from '../api.ts'
import type { Quiet } from '../quiet.ts'
import { findCustomers } from './searchDirectory.ts'
import {
  hasUnindexedCustomers,
  indexCustomers,
  indexedShare,
  indexMessages,
  unindexedMessages,
} from './searchDocuments.ts'
import { findMessages, type Wants } from './searchMessages.ts'
import type { Store } from './store.ts'
import { createVocabulary } from './vocabulary.ts'

/**
 * Finds cached messages, and keeps the index up to date behind their arrival.
 *
 * Indexing inside the transaction that applies messages would hold up everything else, so it happens afterwards in
 * bites of some milliseconds, each a transaction of its own. While somebody asks for something, a long work of many
 * bites (a first load, a new index) waits between them, and its bites are small.
 */
export interface SearchIndex {
  /** Newest first. */
  find(search: Search, limit: number, wants?: Wants): MessageHit[]
  /** Exact name, beginning of the name, then whom one spoke with last (R-17-046). */
  findCustomers(search: Search, limit: number): Customer[]
  /** Share of the messages that can be found, 0…1 (R-17-048). */
  share(): number
  stop(): void
}

/** Messages that arrive together are indexed together: many at once cost a third less each than few. */
const SOON_MS = 100
const AFTER_FAILURE_MS = 5000
const BITE = { least: 128, most: 1000, longMs: 30, shortMs: 12 }

export const createSearchIndex = (store: Store, clock: Clock, log: Logger, quiet: Quiet): SearchIndex => {
  const words = createVocabulary(store.cache, 'messages')
  const customerWords = createVocabulary(store.cache, 'customers')
  let bite = BITE.least
  let cancel: (() => void) | null = null

  const plan = (delayMs: number): void => {
    cancel ??= clock.after(delayMs, () => {
      work(true)
    })
  }
  const work = (isQuiet: boolean): void => {
    cancel = null
    try {
      if (takeBite(isQuiet ? bite : BITE.least)) cancel ??= quiet.wait(work)
    } catch (error) {
      log.warn('the search index could not be written', { error })
      plan(AFTER_FAILURE_MS)
    }
  }

  /** Indexes some rows; tells whether there are more. What arrives meanwhile announces itself. */
  const takeBite = (size: number): boolean => {
    const began = clock.now()
    const messages = unindexedMessages(store.cache, size)
    if (messages.length === 0 && !hasUnindexedCustomers(store.cache)) return false
    const met = store.write(({ cache }) => ({
      customers: indexCustomers(cache, size, customerWords),
      messages: messages.length > 0 ? indexMessages(cache, messages, words) : null,
    }))
    customerWords.learn(met.customers)
    if (met.messages) words.learn(met.messages)
    const hasMore =
      messages.length === size || messages[0]?.changed === 1 || hasUnindexedCustomers(store.cache)
    const took = clock.now() - began
    if (size !== bite) return hasMore
    if (took > BITE.longMs) bite = Math.max(BITE.least, Math.floor(bite / 2))
    else if (took < BITE.shortMs) bite = Math.min(BITE.most, bite * 2)
    return hasMore
  }

  const unlisten = store.changes.listen((topics) => {
    if (topics.has('*')) {
      words.forget()
      customerWords.forget()
    }
    for (const topic of topics) {
      if (topic === '*' || topic === 'customers' || topic.startsWith('messages:')) return plan(SOON_MS)
    }
  })
  plan(SOON_MS)

  return {
    find: (search, limit, wants) => findMessages(store.cache, search, limit, words, wants),
    findCustomers: (search, limit) => findCustomers(store.cache, search, limit, customerWords),
    share: () => indexedShare(store.cache),
    stop: () => {
      unlisten()
      cancel?.()
    },
  }
}
