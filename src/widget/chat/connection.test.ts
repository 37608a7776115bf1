import { describe, expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { playServer, welcomeFrame } from '../../../tests/support/widgetSocket.ts'
import { createConnection, reconnectDelayMs, type LinkStatus } from './connection.ts'

const setUp = () => {
  const clock = createTestClock()
  const server = playServer()
  const statuses: LinkStatus[] = []
  const connection = createConnection({
    clock,
    random: () => 0,
    open: server.open,
    hello: () => ({ t: 'ping' }),
    onFrame: () => undefined,
    onStatus: (status) => statuses.push(status),
  })
  connection.start()
  const welcome = (): void => {
    server.last().events.opened()
    server.last().reply(welcomeFrame())
  }
  return { clock, server, statuses, connection, welcome }
}

describe('the connection of the widget', () => {
  it('R-18-026 comes back after 1, 2, 4 … 30 s', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 50].map((attempt) => reconnectDelayMs(attempt, 0) / 1000)).toEqual([
      1, 2, 4, 8, 16, 30, 30, 30,
    ])
    expect(reconnectDelayMs(2, 1)).toBe(3000)
  })

  it('tries again later each time, and from the beginning after a welcome', () => {
    const { clock, server, welcome } = setUp()
    for (const [index, seconds] of [1, 2, 4].entries()) {
      server.last().events.closed()
      clock.advance(seconds * 1000 - 1)
      expect(server.sockets).toHaveLength(index + 1)
      clock.advance(1)
      expect(server.sockets).toHaveLength(index + 2)
    }
    welcome()
    server.last().events.closed()
    clock.advance(1000)
    expect(server.sockets).toHaveLength(5)
  })

  it('R-18-026 says within five seconds that a watched line has gone silent', () => {
    const { clock, server, statuses, connection, welcome } = setUp()
    connection.setWatched(true)
    welcome()
    for (let second = 0; second < 10; second += 1) {
      clock.advance(1000)
      server.last().reply({ t: 'pong', serverTime: 1 })
    }
    expect(statuses).toEqual(['online'])
    clock.advance(5000)
    expect(statuses).toEqual(['online', 'stalled'])
    server.last().reply({ t: 'pong', serverTime: 1 })
    expect(statuses.at(-1)).toBe('online')
    clock.advance(20_000)
    expect(statuses).toContain('lost')
  })

  it('ignores what an older socket still says', () => {
    const { clock, server, statuses, welcome } = setUp()
    welcome()
    const old = server.last()
    old.events.closed()
    clock.advance(1000)
    welcome()
    old.events.closed()
    old.reply(welcomeFrame())
    expect(statuses).toEqual(['online', 'lost', 'online'])
    expect(server.sockets).toHaveLength(2)
  })

  it('gives up a server that accepts the socket and never answers', () => {
    const { clock, server, statuses } = setUp()
    server.last().events.opened()
    clock.advance(10_000)
    expect(server.sockets[0]?.closed).toBe(true)
    expect(statuses).toEqual(['lost'])
  })

  it('survives frames that are no frames', () => {
    const { server, statuses, welcome } = setUp()
    welcome()
    for (const text of ['', 'null', '[]', '{', '"t"', '{"x":1}']) server.last().events.received(text)
    expect(statuses).toEqual(['online'])
  })

  it('does not come back when it was told to stop, and waits as long as the server asks', () => {
    const { clock, server, connection, welcome } = setUp()
    welcome()
    connection.pauseFor(20_000)
    server.last().events.closed()
    clock.advance(19_999)
    expect(server.sockets).toHaveLength(1)
    clock.advance(1)
    expect(server.sockets).toHaveLength(2)
    connection.stop('ended')
    clock.advance(100_000)
    expect(server.sockets).toHaveLength(2)
  })
})
