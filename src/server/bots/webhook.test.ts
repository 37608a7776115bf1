import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, describe, expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import type { BotId, ConversationId, CustomerId, MessageId, SessionId } from '../../protocol/model/index.ts'
import { isPublicAddress } from '../outbound/addresses.ts'
import { createPost, signatureOf } from '../outbound/signedPost.ts'
import { createBotWebhook, type BotQuestion } from './webhook.ts'

const SECRET = Buffer.from('a secret that nobody else knows').toString('base64')
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const serve = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> => {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/bot`
}

const question = (url: string): BotQuestion => ({
  bot: { id: 'bot-1' as BotId, name: '小助手' },
  url,
  secret: SECRET,
  sessionId: 'session-1' as SessionId,
  messages: [
    {
      id: 'message-1' as MessageId,
      conversationId: 'conversation-1' as ConversationId,
      seq: 2,
      sessionId: 'session-1' as SessionId,
      sender: { kind: 'customer', customerId: 'customer-1' as CustomerId },
      body: { kind: 'text', text: '你好' },
      at: 5,
    },
  ],
})

const inside = createPost({ clock: createTestClock(), allowPrivate: true })

describe('a bot that is asked over the network', () => {
  it('is told what was written, signed, and its answer is read', async () => {
    const seen: { body: string; headers: IncomingMessage['headers'] }[] = []
    const url = await serve((request, response) => {
      let body = ''
      request.on('data', (piece: Buffer) => {
        body += piece.toString()
      })
      request.on('end', () => {
        seen.push({ body, headers: request.headers })
        response.end(JSON.stringify({ text: '您好', choices: ['发票'] }))
      })
    })
    expect(await createBotWebhook(inside).ask(question(url))).toEqual({
      ok: true,
      value: { text: '您好', choices: ['发票'], understood: true, handOver: false },
    })
    const [{ body, headers } = { body: '', headers: {} as IncomingMessage['headers'] }] = seen
    expect(JSON.parse(body)).toMatchObject({
      type: 'bot.message',
      sessionId: 'session-1',
      messages: [{ id: 'message-1', text: '你好' }],
    })
    const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
    expect(headers['webhook-signature']).toBe(signatureOf(SECRET, content))
  })

  it.each([
    ['an error', 500, ''],
    ['a redirection', 302, '{}'],
    ['what is not JSON', 200, 'hello'],
    ['another form', 200, '{"text":5}'],
    ['far too much', 200, `{"text":"${'x'.repeat(70_000)}"}`],
  ])('with %s counts as not reached', async (_name, status, body) => {
    const url = await serve((_request, response) => {
      response.writeHead(status, { location: '/elsewhere' }).end(body)
    })
    expect(await createBotWebhook(inside).ask(question(url))).toMatchObject({
      ok: false,
      code: 'unreachable',
    })
  })

  it('R-02-233 is asked once more after five seconds of silence, and not a third time', async () => {
    let asked = 0
    const url = await serve(() => {
      asked += 1
    })
    const clock = createTestClock()
    const answer = createBotWebhook(createPost({ clock, allowPrivate: true })).ask(question(url))
    for (const count of [1, 2]) {
      await expect.poll(() => asked).toBe(count)
      clock.advance(5000)
    }
    expect(await answer).toMatchObject({ ok: false, code: 'silent' })
    expect(asked).toBe(2)
  })

  it('never reaches into the own network unless that is allowed', async () => {
    let asked = 0
    const url = await serve((_request, response) => {
      asked += 1
      response.end('{}')
    })
    const webhook = createBotWebhook(createPost({ clock: createTestClock(), allowPrivate: false }))
    const { port } = new URL(url)
    for (const address of [
      url,
      `https://127.0.0.1:${port}/`,
      `https://localhost:${port}/`,
      `https://[::1]:${port}/`,
      `https://[::ffff:127.0.0.1]:${port}/`,
      `https://2130706433:${port}/`,
    ]) {
      expect(await webhook.ask(question(address))).toMatchObject({ ok: false, code: 'unreachable' })
    }
    expect(asked).toBe(0)
  })

  it('knows which addresses belong to the internet', () => {
    for (const address of ['8.8.8.8', '2606:4700::1111']) expect(isPublicAddress(address)).toBe(true)
    for (const address of [
      '0.0.0.0',
      '10.1.2.3',
      '100.64.1.1',
      '127.9.9.9',
      '169.254.169.254',
      '172.31.0.1',
      '192.168.1.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:8.8.8.8',
      'fc00::1',
      'fe80::1',
      '2001:db8::1',
      '2002:a00:1::',
      'example.com',
    ]) {
      expect(isPublicAddress(address)).toBe(false)
    }
  })
})
