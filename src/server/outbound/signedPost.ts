/** Asks a program of the company over the network: signed, for a limited time, and never inside the own network. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'

import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { isPublicAddress, publicLookup } from './addresses.ts'

export interface SignedPost {
  readonly url: string
  /** Base64. */
  readonly secret: string
  /** JSON. */
  readonly body: string
  /** Nobody waits for the answer any longer than this. */
  readonly patienceMs: number
  /** The same for every try of one question; made anew when absent. */
  readonly id?: string
}

/** `refused`: it answered, but not with 200. */
export type PostProblem = 'silent' | 'unreachable' | 'refused'

/** What was answered, as text. */
export type Post = (question: SignedPost) => Promise<Result<string, PostProblem>>

export interface PostOptions {
  readonly clock: Clock
  /** Addresses inside one's own network may be asked, without encryption too. */
  readonly allowPrivate: boolean
}

const MOST_BYTES = 64 * 1024
const SECRET_BYTES = 32

export const createPost =
  ({ clock, allowPrivate }: PostOptions): Post =>
  async ({ url: text, secret, body, patienceMs, id = randomUUID() }) => {
    const url = addressOf(text, allowPrivate)
    if (!url) return refuse('unreachable')
    return new Promise((resolve) => {
      const timestamp = Math.floor(clock.now() / 1000)
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest
      const sent = send(url, {
        method: 'POST',
        ...(!allowPrivate && { lookup: publicLookup }),
        agent: false,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signatureOf(secret, `${id}.${timestamp}.${body}`),
        },
      })
      const end = (result: Result<string, PostProblem>): void => {
        endPatience()
        resolve(result)
        sent.destroy()
      }
      const endPatience = clock.after(patienceMs, () => {
        end(refuse('silent'))
      })
      sent.on('error', () => {
        end(refuse('unreachable'))
      })
      sent.on('response', (response) => {
        // A redirection is not followed: it could lead anywhere.
        if (response.statusCode !== 200) {
          end(refuse('refused'))
          return
        }
        const pieces: Buffer[] = []
        let bytes = 0
        response.on('data', (piece: Buffer) => {
          bytes += piece.length
          if (bytes > MOST_BYTES) end(refuse('refused'))
          else pieces.push(piece)
        })
        response.on('error', () => {
          end(refuse('unreachable'))
        })
        response.on('end', () => {
          end(ok(Buffer.concat(pieces).toString('utf8')))
        })
      })
      sent.end(body)
    })
  }

export const newSigningSecret = (): string => randomBytes(SECRET_BYTES).toString('base64')

/** Standard Webhooks 1.0 (R-16-081). */
export const signatureOf = (secret: string, content: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret, 'base64')).update(content).digest('base64')}`

/** Null: it must not be asked. A name is looked at when it is resolved. */
const addressOf = (text: string, allowPrivate: boolean): URL | null => {
  const url = new URL(text)
  if (allowPrivate) return url
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  if (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))) return null
  return url
}
