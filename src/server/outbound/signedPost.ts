/** Asks a program of the company over the network, signed: so it knows who asks. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'

import type { Clock } from '../../base/clock.ts'
import { ok, type Result } from '../../base/result.ts'
import { createSend, type PostProblem } from './send.ts'

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

/** What was answered, as text. */
export type Post = (question: SignedPost) => Promise<Result<string, PostProblem>>

export interface PostOptions {
  readonly clock: Clock
  /** Addresses inside one's own network may be asked, without encryption too. */
  readonly allowPrivate: boolean
}

const MOST_BYTES = 64 * 1024
const SECRET_BYTES = 32

export const createPost = ({ clock, allowPrivate }: PostOptions): Post => {
  const send = createSend({ clock, allowPrivate })
  return async ({ url, secret, body, patienceMs, id = randomUUID() }) => {
    const timestamp = Math.floor(clock.now() / 1000)
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(secret, `${id}.${timestamp}.${body}`),
    }
    const answered = await send({ url, headers, body, patienceMs, mostBytes: MOST_BYTES })
    return answered.ok ? ok(answered.value.toString('utf8')) : answered
  }
}

export const newSigningSecret = (): string => randomBytes(SECRET_BYTES).toString('base64')

/** Standard Webhooks 1.0 (R-16-081). */
export const signatureOf = (secret: string, content: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret, 'base64')).update(content).digest('base64')}`
