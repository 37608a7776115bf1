import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'

import { writeFrames } from './writeFrames.ts'

it('writes frames of every length as a WebSocket client reads them, in order', async () => {
  const texts = [0, 1, 125, 126, 127, 65_535, 65_536, 100_000].map((length) => 'x'.repeat(length))
  const payloads = [
    ...texts,
    '退款👍',
    Buffer.from('short, shared'),
    Buffer.from('退'.repeat(10_000)),
    'behind a large one',
  ]
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const server = createServer().listen(0, '127.0.0.1')
  server.on('upgrade', (request, stream, head) => {
    sockets.handleUpgrade(request, stream, head, (socket) => {
      writeFrames(stream, payloads)
      socket.close()
    })
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const read: string[] = []
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  client.on('message', (data: Buffer, isBinary) => {
    read.push(isBinary ? 'binary' : data.toString())
  })
  await new Promise((resolve) => client.once('close', resolve))
  server.close()
  expect(read).toEqual(payloads.map(String))
})
