/** A server behind a proxy, as the core meets them: the host name is known to the proxy alone. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect as connectTo, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'

import { silentLogger } from '../../base/logger.ts'
import { reasonOf } from '../../client/host/index.ts'
import type { ProxyAnswer } from '../../preload/contract.ts'
import type { Route } from '../network/route.ts'
import { createNetwork } from './network.ts'

const file = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../tests/fixtures/tls', name), 'utf8')
const SERVER = 'https://desk.test:4310'

let servers: Server[] = []
/** What the proxy was told of itself. */
let told: (string | undefined)[] = []
let wanted: ProxyAnswer | undefined
let asked: (ProxyAnswer | null)[] = []
let said: ProxyAnswer | null = null
let route: Route = 'direct'

const portOf = async (server: Server): Promise<number> => {
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const openDesk = async (certificate: string): Promise<void> => {
  const server = createTlsServer({ key: file('key.pem'), cert: file(certificate) }, (request, answer) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => answer.end(`${request.url}: ${Buffer.concat(chunks).toString()}`))
  })
  new WebSocketServer({ server }).on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      socket.send(`heard ${data.toString()}`)
    })
  })
  const port = await portOf(server)
  const proxy = createServer()
  proxy.on('connect', (request, socket: Socket) => {
    const authorization = request.headers['proxy-authorization']
    told.push(authorization)
    const expected = wanted && `Basic ${Buffer.from(`${wanted.name}:${wanted.password}`).toString('base64')}`
    if (expected !== undefined && authorization !== expected) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n')
      return
    }
    const way = connectTo(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(way).pipe(socket)
    })
    way.on('error', () => socket.destroy())
    socket.on('error', () => way.destroy())
  })
  route = `http://127.0.0.1:${await portOf(proxy)}`
}

const network = () =>
  createNetwork(
    {
      routeTo: async () => ({ route, signIn: null }),
      signInTo: async (_proxy, tried) => {
        asked.push(tried)
        return said
      },
    },
    silentLogger,
  )
const reason = async (url = `${SERVER}/api/about`): Promise<string> => {
  try {
    return `answered ${(await network().http({ method: 'GET', url })).status}`
  } catch (error) {
    return reasonOf(error)
  }
}

const USUAL = getCACertificates('default')
/** As an administrator adds a company's own authority; in vain before the first use, which reads the system's list. */
const trust = (name: string): void => setDefaultCACertificates([...USUAL, file(name)])

beforeEach(() => {
  servers = []
  told = []
  asked = []
  wanted = undefined
  said = null
  route = 'direct'
})
afterEach(() => {
  setDefaultCACertificates(USUAL)
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

describe('through a proxy', () => {
  it('requests, files and connections reach the server, which only the proxy knows', async () => {
    await openDesk('valid.pem')
    const { http, connect } = network()
    await http({ method: 'GET', url: `${SERVER}/first` }).catch(() => undefined)
    trust('valid.pem')
    const shares: number[] = []
    const sent = await http({
      method: 'POST',
      url: `${SERVER}/files`,
      body: new Blob(['a picture']),
      onProgress: (share) => shares.push(share),
    })
    expect(sent).toEqual({ status: 200, text: '/files: a picture' })
    expect(shares.at(-1)).toBe(1)
    const heard = await new Promise<string>((resolve) => {
      const socket = connect('wss://desk.test:4310/ws', {
        opened: () => socket.send('hello'),
        message: resolve,
        closed: () => resolve('closed'),
      })
    })
    expect(heard).toBe('heard hello')
  })

  it('a proxy that wants to know who asks is told what the person says', async () => {
    await openDesk('valid.pem')
    wanted = { name: 'mia', password: 'p w' }
    const { http } = network()
    expect(await http({ method: 'GET', url: SERVER }).catch(reasonOf)).toBe('proxy-sign-in')
    trust('valid.pem')
    said = wanted
    expect(await http({ method: 'GET', url: `${SERVER}/again` })).toMatchObject({ text: '/again: ' })
    expect(asked).toEqual([null, null])
    expect(told.map((authorization) => authorization !== undefined)).toEqual([false, false, true])
  })

  it('one that is away, or of an unknown kind, is told from a server that is away', async () => {
    await openDesk('valid.pem')
    for (const server of servers) server.close()
    expect(await reason()).toBe('proxy')
    route = 'unusable'
    expect(await reason()).toBe('proxy')
    route = 'direct'
    expect(await reason('http://127.0.0.1:1/')).toBe('nobody-listens')
  })
})

describe('R-17-052 a certificate', () => {
  it('that nobody vouches for is refused and named', async () => {
    await openDesk('valid.pem')
    expect(await reason()).toBe('certificate-untrusted')
  })

  it('that is expired, or of another host, is refused and named, whoever vouches for it', async () => {
    await openDesk('expired.pem')
    const { http } = network()
    await http({ method: 'GET', url: SERVER }).catch(() => undefined)
    trust('expired.pem')
    expect(await http({ method: 'GET', url: SERVER }).catch(reasonOf)).toBe('certificate-expired')
    await openDesk('valid.pem')
    trust('valid.pem')
    expect(await http({ method: 'GET', url: 'https://other.test/' }).catch(reasonOf)).toBe('certificate-name')
  })
})

it('a connection that never opens is closed once', async () => {
  let closed = 0
  await new Promise<void>((resolve) => {
    network().connect('ws://127.0.0.1:1/', {
      opened: () => undefined,
      message: () => undefined,
      closed: () => {
        closed += 1
        resolve()
      },
    })
  })
  expect(closed).toBe(1)
})
