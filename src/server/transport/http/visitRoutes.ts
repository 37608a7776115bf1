/**
 * Pages that carry our script tell that somebody is there (`protocol/wire/visits`).
 *
 * Answered before the routes of everything else: thousands of these wait at the same time, and what a route keeps of a
 * request while it waits would be most of what a visitor costs.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { FastifyInstance } from 'fastify'

import type { Logger } from '../../../base/logger.ts'
import { readBeat } from '../../../protocol/wire/index.ts'
import type { VisitDesk } from '../../visits/visitDesk.ts'
import type { ClientAddress } from '../clientAddress.ts'
import type { KeyedBuckets } from '../tokenBucket.ts'
import { NOTHING } from './securityHeaders.ts'

export interface VisitRoutesOptions {
  readonly visits: VisitDesk
  /** Signs of life of one address. */
  readonly beats: KeyedBuckets
  readonly clientAddress: ClientAddress
  readonly log: Logger
}

const PATH = '/api/visit'
const BODY_LIMIT_BYTES = 4096
/** What a browser says of itself is a line, not a letter. */
const AGENT_LIMIT = 512
const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  // The page may read the answer, whoever it is; it holds nothing but what is meant for it.
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy': NOTHING,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

export const addVisitRoutes = (app: FastifyInstance, options: VisitRoutesOptions): void => {
  const others = app.server.listeners('request')
  app.server.removeAllListeners('request')
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST' && request.url === PATH) {
      answer(request, response, options).catch((error: unknown) => {
        options.log.error('a visit was not answered', { error })
        send(response, 500, { code: 'internal' })
      })
    } else for (const other of others) other.call(app.server, request, response)
  })
}

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  { visits, beats, clientAddress }: VisitRoutesOptions,
): Promise<void> => {
  const address = clientAddress(request)
  const { origin = '', 'user-agent': agent = '' } = request.headers
  const body = await bodyOf(request)
  forgetHeaders(request)
  if (body === undefined) {
    response.setHeader('connection', 'close')
    send(response, 413, { code: 'too-large' })
    return
  }
  const retryAfterMs = beats.take(address)
  const beat = readBeat(body)
  if (retryAfterMs > 0) send(response, 429, { code: 'too-many-tries', retryAfterMs })
  else if (!beat) send(response, 400, { code: 'invalid' })
  else {
    const closed = new Promise<void>((resolve) => {
      response.once('close', resolve)
    })
    send(
      response,
      200,
      await visits.beat(beat, { address, origin, agent: agent.slice(0, AGENT_LIMIT) }, closed),
    )
  }
}

const send = (response: ServerResponse, status: number, body: object): void => {
  if (response.headersSent || response.destroyed) return
  const text = JSON.stringify(body)
  response.writeHead(status, { ...HEADERS, 'content-length': Buffer.byteLength(text) }).end(text)
}

/** A request that waits is kept whole; of this one nothing is needed any more. */
const forgetHeaders = (request: IncomingMessage): void => {
  request.headers = {}
  request.rawHeaders = []
}

/** Undefined: more than a sign of life is. */
const bodyOf = async (request: IncomingMessage): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    let bytes = 0
    const chunks: Buffer[] = []
    const take = (chunk: Buffer): void => {
      bytes += chunk.length
      if (bytes <= BODY_LIMIT_BYTES) chunks.push(chunk)
      else resolve(undefined)
    }
    request.on('data', take)
    request.once('error', reject)
    request.once('end', () => {
      // Listeners would keep what was received for as long as the answer waits.
      request.off('data', take).off('error', reject)
      resolve(Buffer.concat(chunks).toString('utf8'))
    })
  })
