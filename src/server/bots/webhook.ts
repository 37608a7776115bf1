import { randomUUID } from 'node:crypto'

import * as z from 'zod'

import { ok, refuse, type Result } from '../../base/result.ts'
import type { WebhookAnswer } from '../../domain/bots/replies.ts'
import { BOT_LIMITS, type Bot, type Message, type SessionId } from '../../protocol/model/index.ts'
import type { Post } from '../outbound/signedPost.ts'

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

/** A bot that is silent for so long is asked once more (R-02-233). */
const PATIENCE_MS = 5000
const TRIES = 2

const Answer = z.object({
  text: z.string().trim().max(BOT_LIMITS.answer).default(''),
  choices: z.array(z.string().trim().min(1).max(BOT_LIMITS.question)).max(BOT_LIMITS.menu).default([]),
  understood: z.boolean().default(true),
  handOver: z.boolean().default(false),
})

export const createBotWebhook = (post: Post): BotWebhook => ({
  ask: async ({ bot, url, secret, sessionId, messages }) => {
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
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const answered = await post({ url, secret, body, patienceMs: PATIENCE_MS, id })
      if (answered.ok) return readAnswer(answered.value)
      if (answered.code !== 'silent') return refuse('unreachable')
    }
    return refuse('silent')
  },
})

const readAnswer = (text: string): Result<WebhookAnswer, WebhookProblem> => {
  try {
    return ok(Answer.parse(JSON.parse(text)))
  } catch {
    return refuse('unreachable')
  }
}
