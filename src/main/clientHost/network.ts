/** The network of the desktop's core: Node's connections, by the way that the main process knows. */
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestTls } from 'node:https'
import { pipeline, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'

import { WebSocket } from 'ws'

import type { Logger } from '../../base/logger.ts'
import { NetworkError, reasonOf } from '../../client/host/index.ts'
import type { ClientPorts } from '../../client/index.ts'
import type { ProxyAnswer } from '../../preload/contract.ts'
import type { Way } from '../network/network.ts'
import { createAgents } from './agents.ts'
import { faultOf, wantsSignIn } from './faults.ts'

/** What the main process is asked. */
export interface Gateway {
  routeTo(url: string): Promise<Way>
  /** Asks the person; null: they do not want to say. */
  signInTo(proxy: string, tried: ProxyAnswer | null): Promise<ProxyAnswer | null>
}

type HttpRequest = Parameters<ClientPorts['http']>[0]
type HttpAnswer = Awaited<ReturnType<ClientPorts['http']>>
/** Undefined: without encryption, which never leaves this computer. */
type Agent = ReturnType<ReturnType<typeof createAgents>> | undefined

export const createNetwork = (gateway: Gateway, log: Logger): Pick<ClientPorts, 'connect' | 'http'> => {
  const agentOf = createAgents()

  const through = async <T>(url: string, attempt: (agent: Agent) => Promise<T>): Promise<T> => {
    if (!url.startsWith('https:')) return attempt(undefined).catch(asFault(false))
    const { route, signIn } = await gateway.routeTo(url)
    if (route === 'unusable') throw new NetworkError('proxy', null)
    if (route === 'direct') return attempt(agentOf(route, null)).catch(asFault(false))
    for (let tried = signIn; ;) {
      try {
        return await attempt(agentOf(route, tried))
      } catch (error) {
        if (!wantsSignIn(error)) throw faultOf(error, true)
        const said = await gateway.signInTo(new URL(route).host, tried)
        if (said === null) throw new NetworkError('proxy-sign-in', error)
        tried = said
      }
    }
  }

  return {
    http: (request) => through(request.url, (agent) => send(request, agent)),
    connect: (url, handlers) => {
      let socket: WebSocket | undefined
      let isGivenUp = false
      const open = (agent: Agent): Promise<void> =>
        new Promise((resolve, reject) => {
          if (isGivenUp) throw new Error('given up before it was open')
          const opening = new WebSocket(url, { agent })
          let isOpen = false
          socket = opening
          opening.on('open', () => {
            isOpen = true
            handlers.opened()
            resolve()
          })
          opening.on('message', (data, isBinary) => {
            // The protocol has text frames only, which come as one buffer.
            if (!isBinary) handlers.message((data as Buffer).toString('utf8'))
          })
          // Why it did not open; a close follows in any case.
          opening.on('error', reject)
          opening.on('close', () => {
            if (isOpen) handlers.closed()
            else reject(new Error('closed before it was open'))
          })
        })
      through(url.replace(/^ws/u, 'http'), open).catch((error: unknown) => {
        log.warn('no connection', { reason: reasonOf(error) })
        handlers.closed()
      })
      return {
        send: (data) => socket?.send(data),
        close: () => {
          isGivenUp = true
          socket?.close()
        },
        get buffered() {
          return socket?.bufferedAmount ?? 0
        },
      }
    },
  }
}

const asFault = (isProxied: boolean) => (error: unknown) => {
  throw faultOf(error, isProxied)
}

const send = async (
  { method, url, headers, body, onProgress, signal }: HttpRequest,
  agent: Agent,
): Promise<HttpAnswer> => {
  const answered = Promise.withResolvers<IncomingMessage>()
  const request = (agent ? requestTls : requestPlain)(url, {
    method,
    ...(agent && { agent }),
    ...(signal && { signal }),
    headers: { ...headers, ...(body !== undefined && { 'content-length': lengthOf(body) }) },
  })
  request.on('response', answered.resolve)
  // It may fail once more behind an answer that came early.
  request.on('error', answered.reject)
  request.setTimeout(SILENCE_MS, () => request.destroy(new Error('nothing came for a long time')))
  if (body instanceof Blob) pipeline(Readable.from(piecesOf(body, onProgress)), request, () => undefined)
  else request.end(body)
  const answer = await answered.promise
  return { status: answer.statusCode ?? 0, text: await text(answer) }
}

/** A line on which nothing moves for so long is dead. */
const SILENCE_MS = 60_000

const lengthOf = (body: string | Blob): number => (body instanceof Blob ? body.size : Buffer.byteLength(body))

/** Told when it is asked for the next one, as the one before has then been taken. */
async function* piecesOf(body: Blob, onProgress: HttpRequest['onProgress']): AsyncGenerator<Uint8Array> {
  let sent = 0
  for await (const piece of body.stream() as ReadableStream<Uint8Array>) {
    yield piece
    sent += piece.length
    onProgress?.(sent / body.size)
  }
}
