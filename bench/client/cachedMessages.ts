/** A cache with very many messages, and a bare index with the same ones: both written in bulk, as only a bench may. */
import { join } from 'node:path'

import { systemClock } from '../../src/base/clock.ts'
import { silentLogger } from '../../src/base/logger.ts'
import type { SqliteDriver } from '../../src/client/host/sqlite.ts'
import { insertMessage } from '../../src/client/store/messages.ts'
import { cacheMigrations, migrate, ownMigrations } from '../../src/client/store/migrations/index.ts'
import { openDatabase } from '../../src/client/store/openDatabase.ts'
import { indexMessages, unindexedMessages } from '../../src/client/store/searchDocuments.ts'
import { createStore, type Store } from '../../src/client/store/store.ts'
import { createVocabulary } from '../../src/client/store/vocabulary.ts'
import { createDatabases } from '../../src/main/clientHost/databases.ts'
import type { OpenFile } from '../../src/main/clientHost/sqliteDriver.ts'
import type { ConversationId, Message, MessageId } from '../../src/protocol/model/index.ts'
import { temporaryFolder } from '../lib/process.ts'
import { createRandom, messageText } from '../lib/text.ts'
import { openBareIndex, type BareIndex, type BareMessage } from './bareIndex.ts'

const CONVERSATIONS = 10_000
const AT_ONCE = 5000
const FIRST_AT = Date.UTC(2024, 0, 1)
/** Pages of the index merged at a time, until nothing is left to merge. */
const MERGE_PAGES = 1000

export interface FilledStore {
  readonly store: Store
  /** As after a start: nothing of the file is in the memory of this process. */
  reopen(): Promise<void>
  close(): void
}

export interface CachedMessages extends FilledStore {
  readonly bare: BareIndex
}

export const fillCache = async (count: number): Promise<CachedMessages> => {
  const filled = await fillStore(count)
  const bare = openBareIndex(join(temporaryFolder('bare'), 'bare.db'), false)
  for (const batch of batches(messages(count))) bare.insert(batch, AT_ONCE)
  return {
    ...filled,
    bare,
    close: () => {
      filled.close()
      bare.close()
    },
  }
}

/** `openFile`: otherwise than in plain files. */
export const fillStore = async (count: number, openFile?: OpenFile): Promise<FilledStore> => {
  const databases = createDatabases(temporaryFolder('cache'), systemClock, openFile)
  const open = async (): Promise<SqliteDriver> =>
    (await openDatabase(databases, 'cache-bench', cacheMigrations, silentLogger)).driver
  const driver = await open()
  driver.exec('pragma synchronous = off; pragma journal_size_limit = 100000000')
  const own = await databases.openMemory()
  migrate(own, ownMigrations)
  const store = createStore(silentLogger)
  store.use({ own, cache: driver })

  const words = createVocabulary(store.cache, 'messages')
  for (const batch of batches(messages(count))) {
    const met = store.write(({ cache }) => {
      for (const message of batch) insertMessage(cache, toMessage(message))
      return indexMessages(cache, unindexedMessages(cache, AT_ONCE), words)
    })
    words.learn(met)
  }
  const merge = `insert into message_terms (message_terms, rank) values ('merge', ${MERGE_PAGES})`
  const changes = (): number => driver.get<{ n: number }>('select total_changes() as n')?.n ?? 0
  for (let before = -1; changes() - before > 1;) {
    before = changes()
    driver.run(merge)
  }
  return {
    store,
    reopen: async () => {
      store.use({ own, cache: null })
      store.use({ own, cache: await open() })
    },
    close: () => store.use({ own: null, cache: null }),
  }
}

/** The id that the bare index has for the message of the cache. */
export const bareIdOf = ({ id }: Message): number => Number(id.slice(1))

const messages = function* (count: number): Generator<BareMessage> {
  const random = createRandom(1)
  const seqs = new Uint32Array(CONVERSATIONS)
  for (let n = 0; n < count; n += 1) {
    // Some conversations are long, most are short.
    const conversation = random.next() < 0.5 ? random.rank(CONVERSATIONS) : random.below(CONVERSATIONS)
    const seq = (seqs[conversation] ?? 0) + 1
    seqs[conversation] = seq
    yield { id: n + 1, conversation, seq, text: messageText(random) }
  }
}

const batches = function* (all: Iterable<BareMessage>): Generator<BareMessage[]> {
  let batch: BareMessage[] = []
  for (const message of all) {
    batch.push(message)
    if (batch.length < AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

export const toMessage = ({ id, conversation, seq, text }: BareMessage): Message => ({
  id: `m${id}` as MessageId,
  conversationId: `conversation-${conversation}` as ConversationId,
  seq,
  sessionId: null,
  sender: { kind: 'system' },
  body: { kind: 'text', text },
  at: FIRST_AT + id * 10_000,
})
