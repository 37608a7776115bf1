import { describe, expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { silentLogger } from '../../base/logger.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { openSqlite } from '../../main/clientHost/sqliteDriver.ts'
import type { AgentId, ConversationId, Message, SessionId } from '../../protocol/model/index.ts'
import type { EndingWish } from '../api.ts'
import { pragmasOf } from '../host/sqlite.ts'
import { insertMessage } from '../store/messages.ts'
import { cacheMigrations, migrate, ownMigrations } from '../store/migrations/index.ts'
import { createStore } from '../store/store.ts'
import { createEndings } from './endings.ts'
import type { RunOnline } from './online.ts'

const ME = 'me' as AgentId
const wish: EndingWish = {
  sessionId: 's-1' as SessionId,
  conversationId: 'c-1' as ConversationId,
  version: 3,
  lastSeq: 5,
  askRating: false,
  removeRow: true,
}

const setup = (answer: () => Result<unknown, string> = () => ok({})) => {
  const clock = createTestClock()
  const store = createStore(silentLogger)
  const [own, cache] = [openSqlite(':memory:', pragmasOf('own')), openSqlite(':memory:', pragmasOf('cache'))]
  migrate(own, ownMigrations)
  migrate(cache, cacheMigrations)
  store.use({ own, cache })
  const sent: string[] = []
  const run: RunOnline = async ({ name }) => {
    sent.push(name)
    return answer()
  }
  const open = () => createEndings({ store, agentId: ME, clock, run, isUp: () => true })
  return { clock, store, sent, open }
}
const settled = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('an ending that is held back', () => {
  it('R-03-081 is sent when its time is over and takes the row along, or never where it is taken back', async () => {
    const { clock, sent, open } = setup()
    const endings = open()
    endings.hold(wish, 5000)
    endings.undo(wish.sessionId)
    clock.advance(6000)
    expect(sent).toEqual([])
    endings.hold(wish, 5000)
    clock.advance(4999)
    expect(endings.list()).toMatchObject([{ state: 'held' }])
    clock.advance(1)
    await settled()
    expect(sent).toEqual(['session.end', 'list-entry.remove'])
    expect(endings.list()).toMatchObject([{ state: 'ended' }])
    endings.undo(wish.sessionId)
    expect(endings.list()).toEqual([])
  })

  it('R-03-081 is cancelled by a message of the customer, and says so', async () => {
    const { clock, store, sent, open } = setup()
    const endings = open()
    endings.hold(wish, 5000)
    store.write(({ cache }) => {
      insertMessage(cache, {
        id: 'm-6',
        conversationId: wish.conversationId,
        seq: 6,
        sessionId: wish.sessionId,
        sender: { kind: 'customer', customerId: 'k-1' },
        body: { kind: 'text', text: '等等' },
        at: clock.now(),
      } as Message)
      endings.arrived()
    })
    await settled()
    expect(endings.list()).toMatchObject([{ state: 'customer-wrote' }])
    clock.advance(6000)
    expect(sent).toEqual([])
  })

  it('is sent at once when the window closes, and by the next start where the core was killed', async () => {
    const { sent, open } = setup()
    const endings = open()
    endings.hold({ ...wish, removeRow: false }, 5000)
    await endings.flush()
    expect(sent).toEqual(['session.end'])
    endings.undo(wish.sessionId)
    endings.hold({ ...wish, removeRow: false }, 5000)
    endings.stop()
    const next = open()
    next.connected()
    await settled()
    expect(sent).toEqual(['session.end', 'session.end'])
  })

  it('tells why the server did not do it', async () => {
    const { clock, open } = setup(() => refuse('session-changed'))
    const endings = open()
    endings.hold(wish, 0)
    clock.advance(0)
    await settled()
    expect(endings.list()).toMatchObject([{ state: 'refused', code: 'session-changed' }])
  })
})
