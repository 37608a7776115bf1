/** Questions over a store of its own, without a server: rows are written by the test. */
import { silentLogger } from '../../src/base/logger.ts'
import { refuse, type Result } from '../../src/base/result.ts'
import { pragmasOf } from '../../src/client/host/sqlite.ts'
import { createQueryEngine, type LiveQueries } from '../../src/client/live/index.ts'
import { createQuiet } from '../../src/client/quiet.ts'
import { saveConversation } from '../../src/client/store/conversations.ts'
import { saveCustomer } from '../../src/client/store/customers.ts'
import { saveListEntry } from '../../src/client/store/listEntries.ts'
import { cacheMigrations, migrate, ownMigrations } from '../../src/client/store/migrations/index.ts'
import { createStore, type Store } from '../../src/client/store/store.ts'
import { createMoment } from '../../src/client/sync/moment.ts'
import type { ClientView } from '../../src/client/view.ts'
import { openSqlite } from '../../src/main/clientHost/sqliteDriver.ts'
import type { AgentId } from '../../src/protocol/model/index.ts'
import { createTestClock, type TestClock } from './clock.ts'
import { AT, conversationRow, customerRow, listEntryRow } from './modelRows.ts'

export const setUpQueries = (
  asked: () => Promise<Result<never>> = async () => refuse('offline'),
): { store: Store; live: LiveQueries; clock: TestClock; moment: ReturnType<typeof createMoment> } => {
  const clock = createTestClock()
  const store = createStore(silentLogger)
  const [own, cache] = [openSqlite(':memory:', pragmasOf('own')), openSqlite(':memory:', pragmasOf('cache'))]
  migrate(own, ownMigrations)
  migrate(cache, cacheMigrations)
  store.use({ own, cache })
  const moment = createMoment(clock, store.announce)
  const view: ClientView = {
    store,
    moment,
    visitors: { look: async () => null, count: async () => null, of: async () => null },
    clock,
    device: { kind: 'desktop', name: 'test', version: '0.1.0' },
    recentErrors: () => [],
    log: silentLogger,
    endings: () => [],
    queued: () => [],
    effective: () => [],
    agentId: () => 'me' as AgentId,
    fileUrl: (path) => `https://desk.example.com${path}`,
    media: () => null,
    account: () => ({
      state: 'signed-in',
      cause: null,
      account: null,
      me: null,
      remembered: [],
      notices: [],
    }),
    status: () => ({
      state: 'connected',
      since: 0,
      nextTryAt: null,
      reason: null,
      clockOffsetMs: 0,
      outbox: 0,
      progress: null,
    }),
    outbox: () => [],
    unsentFile: () => null,
    ask: asked,
  }
  return { store, live: createQueryEngine(view, createQuiet(clock)), clock, moment }
}

export const addConversation = (store: Store, id: string, at = AT): void =>
  store.write(({ cache }) => {
    saveCustomer(cache, customerRow(`customer-${id}`))
    saveConversation(cache, conversationRow(id, { createdAt: at }), null)
    saveListEntry(cache, listEntryRow(id))
  })
