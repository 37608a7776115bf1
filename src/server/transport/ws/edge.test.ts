import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'

import { agentHello } from '../../../../tests/support/agentClient.ts'
import { createTestClock } from '../../../../tests/support/clock.ts'
import { customerHello } from '../../../../tests/support/customerClient.ts'
import { connectFrames, type FrameClient } from '../../../../tests/support/frameClient.ts'
import { startServerWorld, WIDGET, type ServerWorld } from '../../../../tests/support/serverWorld.ts'
import { FRAME_LIMIT_BYTES, type AgentServerFrame } from '../../../protocol/wire/index.ts'

describe('the edge of the socket', () => {
  let world: ServerWorld
  beforeAll(async () => {
    world = await startServerWorld()
  })
  afterAll(async () => {
    await world.dispose()
  })

  const raw = async (): Promise<FrameClient<AgentServerFrame>> => connectFrames(world.url, world.ids)
  const byeTo = async (client: FrameClient<AgentServerFrame>): Promise<string> => {
    const bye = await client.next((frame) => frame.t === 'bye')
    await client.closed
    return bye.t === 'bye' ? bye.code : ''
  }
  const statusOf = async (path: string, origin?: string): Promise<number | string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(
        world.url.replace('http', 'ws') + path,
        origin === undefined ? {} : { origin },
      )
      socket.on('open', () => {
        resolve('open')
        socket.close()
      })
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0)
        socket.terminate()
      })
      socket.on('error', () => undefined)
    })

  it('refuses sockets of foreign pages with 403 and takes those of its own', async () => {
    expect(await statusOf('/ws', 'https://evil.example')).toBe(403)
    expect(await statusOf('/ws', 'null')).toBe(403)
    expect(await statusOf('/ws', world.url)).toBe('open')
    expect(await statusOf('/ws')).toBe('open')
    expect(await statusOf('/other')).toBe(404)
  })

  it('ends a connection whose first frame is no hello of this version', async () => {
    const wrong = await world.agent('anna')
    const hello = agentHello({ token: wrong.token })
    const cases: readonly [unknown, string][] = [
      ['not json', 'bad-frame'],
      ['[]', 'bad-frame'],
      [{ t: 'ping' }, 'bad-frame'],
      [{ ...hello, extra: 1 }, 'bad-frame'],
      [{ ...hello, v: 99 }, 'version'],
      [{ ...hello, token: 'unknown' }, 'signed-out'],
      [{ ...hello, device: { ...hello.device, id: 'another-device' } }, 'signed-out'],
      [customerHello({ widgetId: 'no-such-widget' }), 'closed-entry'],
    ]
    for (const [frame, code] of cases) {
      const client = await raw()
      client.send(frame)
      expect([frame, await byeTo(client)]).toEqual([frame, code])
    }
    const binary = await raw()
    binary.socket.send(Buffer.from([1, 2, 3]))
    expect(await byeTo(binary)).toBe('bad-frame')
    await wrong.close()
  })

  it('ends a connection that sends too long a frame, and nobody else\u2019s', async () => {
    const anna = await world.agent('anna')
    const client = await world.agent('ben')
    client.send('x'.repeat(FRAME_LIMIT_BYTES + 1))
    expect(await client.closed).toBe(1009)
    anna.send({ t: 'ping' })
    await anna.next((frame) => frame.t === 'pong')
    await anna.close()
  })

  it('answers what it does not know, does not allow, or cannot read with a type', async () => {
    const anna = await world.agent('anna')
    await anna.synced()
    expect(await anna.run('no.such', {})).toMatchObject({ t: 'refused', code: 'invalid' })
    expect(await anna.run('__proto__', {})).toMatchObject({ t: 'refused', code: 'invalid' })
    expect(await anna.run('customer.write', {})).toMatchObject({ t: 'refused', code: 'forbidden' })
    expect(await anna.run('session.accept', { sessionId: 'x', more: 1 })).toMatchObject({ code: 'invalid' })
    anna.send({ t: 'query', n: 7, name: 'no.such', args: {} })
    expect(await anna.next((frame) => frame.t === 'failed')).toMatchObject({ n: 7, code: 'invalid' })
    const customer = await world.customer()
    expect(await customer.run('message.send', {})).toMatchObject({ t: 'refused', code: 'forbidden' })
    await Promise.all([anna.close(), customer.close()])
  })

  it('R-02-304 slows a customer down after twenty messages and says for how long', async () => {
    // Two messages are allowed again each second: time stands still, however long the writing takes.
    const still = await startServerWorld({ clock: createTestClock() })
    const customer = await still.customer()
    const answers = []
    for (let index = 0; index < 25; index += 1) answers.push(await customer.write(`message ${index}`))
    const refused = answers.filter((answer) => answer.t === 'refused')
    expect(refused).toHaveLength(5)
    for (const answer of refused) expect(answer).toMatchObject({ code: 'rate-limited' })
    expect(refused[0]).toHaveProperty('details.retryAfterMs')
    // A new connection is no new allowance.
    const again = await still.customer({ token: customer.welcome.token })
    expect(await again.write('more')).toMatchObject({ t: 'refused', code: 'rate-limited' })
    await Promise.all([customer.close(), again.close()])
    await still.dispose()
  })

  it('R-02-304 takes ten new visitors of one address a minute and knows those who come back', async () => {
    const fresh = await startServerWorld({ clock: createTestClock() })
    const known = await fresh.customer()
    for (let index = 1; index < 10; index += 1) await (await fresh.customer()).close()
    const eleventh = await connectFrames<AgentServerFrame>(fresh.url, fresh.ids)
    eleventh.send(customerHello({ widgetId: WIDGET }))
    expect(await byeTo(eleventh)).toBe('rate-limited')
    const back = await fresh.customer({ token: known.welcome.token })
    expect(back.welcome.token).toBe(known.welcome.token)
    await fresh.dispose()
  })

  it('answers that messages cannot be searched where the server does not index them', async () => {
    const world = await startServerWorld({ config: { messageSearch: false } })
    const anna = await world.agent('anna')
    anna.send({ t: 'query', n: 1, name: 'message.search', args: { text: '退款', before: null, limit: 20 } })
    expect(await anna.next((frame) => frame.t === 'failed')).toMatchObject({ n: 1, code: 'unavailable' })
    await anna.close()
    await world.dispose()
  })

  it('ends a connection that says no hello, and one that has gone silent', async () => {
    const clock = createTestClock()
    const timed = await startServerWorld({ clock })
    const silent = await connectFrames<AgentServerFrame>(timed.url, timed.ids)
    const anna = await timed.agent('anna')
    await anna.synced()
    await clock.advanceAsync(11_000)
    expect(await byeTo(silent)).toBe('timeout')
    anna.send({ t: 'ping' })
    await anna.next((frame) => frame.t === 'pong')
    await clock.advanceAsync(60_000)
    expect(await byeTo(anna)).toBe('timeout')
    await timed.dispose()
  })

  it('cuts a client that does not read, and only that one', async () => {
    const wide = await startServerWorld({ config: { limitScale: 10_000 } })
    const reader = await wide.agent('anna', { deviceId: 'reads' })
    await reader.synced()
    const { token } = await wide.signIn('anna', 'stuck')
    const stuck = await openAndStopReading(wide.url, agentHello({ token, deviceId: 'stuck' }))
    await expect.poll(() => agentsOf(wide.url)).toBe(2)
    const customer = await wide.customer()
    for (let sent = 0; sent < 4_000 && (await agentsOf(wide.url)) === 2; sent += 50) {
      const batch = Array.from({ length: 50 }, async () => customer.write('长'.repeat(2_000)))
      for (const answer of await Promise.all(batch)) expect(answer.t).toBe('done')
    }
    expect(await agentsOf(wide.url)).toBe(1)
    const last = await customer.write('still here')
    expect(last.t).toBe('done')
    await reader.event('message.sent', ({ message }) => JSON.stringify(message.body).includes('still here'))
    stuck.resume()
    await once(stuck, 'close')
    expect(reader.socket.readyState).toBe(WebSocket.OPEN)
    await wide.dispose()
  })
})

/** A WebSocket by hand, whose socket is never read after the handshake. */
const openAndStopReading = async (url: string, hello: unknown): Promise<Socket> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(
    'GET /ws HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n' +
      'sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  )
  await once(socket, 'data')
  socket.pause()
  const text = Buffer.from(JSON.stringify(hello))
  const mask = Buffer.alloc(4)
  const head = Buffer.from([0x81, 0x80 | 126, text.length >> 8, text.length & 0xff])
  socket.write(Buffer.concat([head, mask, text]))
  return socket
}

const agentsOf = async (url: string): Promise<number> => {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/foyer_connections\{kind="agents"\} (\d+)/u.exec(metrics)?.[1])
}
