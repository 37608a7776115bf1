import { beforeEach, describe, expect, it } from 'vitest'

import { createTestClock, type TestClock } from '../../../tests/support/clock.ts'
import { createIds } from '../../base/ids.ts'
import { silentLogger } from '../../base/logger.ts'
import type { DeviceId } from '../../protocol/model/index.ts'
import type { SocketHandlers } from '../ports/index.ts'
import { createConnection, type Connection } from './connection.ts'

let clock: TestClock
let sockets: (SocketHandlers & { readonly sent: string[]; closed: () => void })[]
let applied: string[]
let connection: Connection

const WELCOME = {
  t: 'welcome',
  v: 1,
  serverTime: 0,
  epoch: 'e',
  revision: 0,
  mode: 'resumed',
  heartbeatMs: 15_000,
  me: { organizationId: 'o', agentId: 'me', permissions: [], groupIds: [] },
}
const last = () => sockets.at(-1) as (typeof sockets)[number]
const tell = (frame: object, socket = last()): void => socket.message(JSON.stringify(frame))
const greet = (): void => {
  last().opened()
  tell(WELCOME)
  tell({ t: 'synced', revision: 0 })
}

beforeEach(() => {
  clock = createTestClock()
  sockets = []
  applied = []
  connection = createConnection({
    server: 'https://desk.example.com',
    connect: (_url, handlers) => {
      const sent: string[] = []
      sockets.push({ ...handlers, sent })
      return { send: (text) => sent.push(text), close: () => undefined, buffered: 0 }
    },
    clock,
    ids: createIds(clock, (into) => into.fill(255)),
    log: silentLogger,
    events: {
      hello: () => ({
        t: 'hello',
        v: 1,
        as: 'agent',
        token: 't',
        device: { id: 'd' as DeviceId, kind: 'web', name: '', version: '' },
        resume: null,
      }),
      frame: (frame) => {
        if (frame.t === 'typing') throw new Error('no')
        applied.push(frame.t)
      },
      pong: () => undefined,
      dismissed: () => applied.push('dismissed'),
      lost: () => applied.push('lost'),
      changed: () => undefined,
    },
  })
  connection.start()
})

describe('connection', () => {
  it('R-17-011 goes by connecting and syncing to connected', () => {
    expect(connection.status().state).toBe('connecting')
    last().opened()
    expect(last().sent.map((text) => (JSON.parse(text) as { t: string }).t)).toEqual(['hello'])
    tell(WELCOME)
    expect(connection.status().state).toBe('syncing')
    tell({ t: 'synced', revision: 0 })
    expect(connection.status()).toMatchObject({ state: 'connected', nextTryAt: null, reason: null })
  })

  it('R-17-011 says connecting after 3 s without contact and offline after 10 s, with the next try', () => {
    greet()
    last().closed()
    clock.advance(2999)
    expect(connection.status().state).toBe('connected')
    clock.advance(1)
    expect(connection.status().state).toBe('connecting')
    last().closed()
    clock.advance(7000)
    expect(connection.status()).toMatchObject({ state: 'offline', nextTryAt: null })
    last().closed()
    expect(connection.status().nextTryAt).toBeGreaterThan(clock.now())
  })

  it('R-17-012 waits at most 1, 2, 4 … 30 s between tries', () => {
    const waits: number[] = []
    for (let n = 0; n < 8; n += 1) {
      last().closed()
      const { length } = sockets
      const at = clock.now()
      while (sockets.length === length) clock.advance(500)
      waits.push(Math.round((clock.now() - at) / 1000))
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30])
  })

  it('R-17-012 notices a dead connection within 30 s', () => {
    greet()
    clock.advance(29_999)
    expect(applied).not.toContain('lost')
    clock.advance(1)
    expect(applied).toContain('lost')
    expect(last().sent.filter((text) => text.includes('ping'))).toHaveLength(1)
  })

  it('stays while the server answers', () => {
    greet()
    for (let n = 0; n < 10; n += 1) {
      clock.advance(15_000)
      tell({ t: 'pong', serverTime: 0, revision: 0 })
    }
    expect(sockets).toHaveLength(1)
    expect(last().sent.filter((text) => text.includes('ping'))).toHaveLength(10)
  })

  it('gives up a socket that never gets as far as a welcome', () => {
    last().opened()
    clock.advance(11_000)
    expect(sockets).toHaveLength(2)
  })

  it('R-17-012 tries at once when asked, and after waking up asks whether the line is alive', () => {
    for (let n = 0; n < 6; n += 1) {
      last().closed()
      clock.advance(30_000)
    }
    last().closed()
    const { length } = sockets
    connection.retry()
    clock.advance(0)
    expect(sockets).toHaveLength(length + 1)
    expect(connection.status().state).toBe('connecting')
    greet()
    connection.retry()
    clock.advance(5000)
    expect(applied).toContain('lost')
  })

  it('R-02-117 says whether all that was told has arrived, by the answer to its own question', async () => {
    greet()
    clock.advance(15_000)
    const outcomes: string[] = []
    const settled = async (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve))
    const ask = (name: string): void => {
      void connection.confirm().then((arrived) => outcomes.push(`${name} ${arrived}`))
    }
    ask('first')
    // The regular ping was before, so its answer may be older than the question.
    tell({ t: 'pong', serverTime: 0, revision: 0 })
    await settled()
    expect(outcomes).toEqual([])
    tell({ t: 'pong', serverTime: 0, revision: 0 })
    await settled()
    ask('second')
    clock.advance(5000)
    await settled()
    ask('third')
    await settled()
    expect(outcomes).toEqual(['first true', 'second false', 'third false'])
  })

  it('passes frames of a former socket over', () => {
    greet()
    const former = last()
    former.closed()
    clock.advance(1000)
    greet()
    applied.length = 0
    tell({ t: 'synced', revision: 9 }, former)
    former.closed()
    expect(applied).toEqual([])
    expect(connection.status().state).toBe('connected')
  })

  it.each(['version', 'forbidden', 'rate-limited', 'replaced'])(
    'R-17-011 is limited after %s, and says why',
    (code) => {
      greet()
      tell({ t: 'bye', code })
      expect(connection.status()).toMatchObject({ state: 'limited', reason: code })
      const { length } = sockets
      clock.advance(60_000)
      expect(sockets.length).toBe(code === 'replaced' ? length : length + 1)
      connection.retry()
      clock.advance(0)
      greet()
      expect(connection.status()).toMatchObject({ state: 'connected', reason: null })
    },
  )

  it('waits as long as the server asks', () => {
    greet()
    tell({ t: 'bye', code: 'going-away', retryAfterMs: 7000 })
    clock.advance(6999)
    expect(sockets).toHaveLength(1)
    clock.advance(1)
    expect(sockets).toHaveLength(2)
  })

  it('tells of a sign-in that the server ended', () => {
    greet()
    tell({ t: 'bye', code: 'signed-out' })
    expect(applied).toContain('dismissed')
  })

  it('begins anew when a frame cannot be applied', () => {
    greet()
    tell({ t: 'typing', conversationId: 'c', agentId: null, on: true })
    clock.advance(1000)
    expect(sockets).toHaveLength(2)
  })

  it('does nothing any more once stopped', () => {
    greet()
    connection.stop()
    clock.advance(100_000)
    expect(sockets).toHaveLength(1)
    expect(connection.send({ t: 'ping' })).toBe(false)
  })
})
