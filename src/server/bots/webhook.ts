import { createHmac, randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'

import * as z from 'zod'

import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { WebhookAnswer } from '../../domain/bots/replies.ts'
import { BOT_LIMITS, type Bot, type Message, type SessionId } from '../../protocol/model/index.ts'
import { isPublicAddress, publicLookup } from './addresses.ts'

export interface BotQuestion {
  readonly bot: Pick<Bot, 'id' | 'name'>
  readonly url: string
  readonly secret: string
  readonly sessionId: SessionId
  /** Of the customer, in their order. */
  readonly messages: readonly Message[]
}

export type WebhookProblem = 'silent' | 'unreachable'

/** Asks a bot that somebody else runs (R-02-233). */
export interface BotWebhook {
  ask(question: BotQuestion): Promise<Result<WebhookAnswer, WebhookProblem>>
}

export interface WebhookOptions {
  readonly clock: Clock
  /** Addresses inside one's own network may be asked, without encryption too. */
  readonly allowPrivate: boolean
}

/** A bot that is silent for so long is asked once more (R-02-233). */
const PATIENCE_MS = 5000
const TRIES = 2
const MOST_BYTES = 64 * 1024

const Answer = z.object({
  text: z.string().trim().max(BOT_LIMITS.answer).default(''),
  choices: z.array(z.string().trim().min(1).max(BOT_LIMITS.question)).max(BOT_LIMITS.menu).default([]),
  understood: z.boolean().default(true),
  handOver: z.boolean().default(false),
})

export const createBotWebhook = ({ clock, allowPrivate }: WebhookOptions): BotWebhook => {
  /** Null: it has said nothing for too long. */
  const post = async (url: URL, id: string, secret: string, body: string): Promise<string | null> =>
    new Promise((resolve, reject) => {
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
      const endPatience = clock.after(PATIENCE_MS, () => {
        resolve(null)
        sent.destroy()
      })
      const fail = (error: Error): void => {
        endPatience()
        reject(error)
        sent.destroy()
      }
      sent.on('error', fail)
      sent.on('response', (response) => {
        // A redirection is not followed: it could lead anywhere.
        if (response.statusCode !== 200) {
          fail(new Error(`status ${response.statusCode ?? 0}`))
          return
        }
        const pieces: Buffer[] = []
        let bytes = 0
        response.on('data', (piece: Buffer) => {
          bytes += piece.length
          if (bytes > MOST_BYTES) fail(new Error('the answer is too long'))
          else pieces.push(piece)
        })
        response.on('error', fail)
        response.on('end', () => {
          endPatience()
          resolve(Buffer.concat(pieces).toString('utf8'))
        })
      })
      sent.end(body)
    })

  return {
    ask: async ({ bot, url, secret, sessionId, messages }) => {
      const address = addressOf(url, allowPrivate)
      if (!address) return refuse('unreachable')
      const body = JSON.stringify({
        type: 'bot.message',
        bot: { id: bot.id, name: bot.name },
        sessionId,
        messages: messages.map(({ id, at, body: said }) => ({
          id,
          at,
          kind: said.kind,
          text: said.kind === 'text' ? said.text : '',
        })),
      })
      const id = randomUUID()
      try {
        for (let attempt = 0; attempt < TRIES; attempt += 1) {
          const text = await post(address, id, secret, body)
          if (text !== null) return ok(Answer.parse(JSON.parse(text)))
        }
        return refuse('silent')
      } catch {
        return refuse('unreachable')
      }
    },
  }
}

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
