import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import { replyByWebhook, replyOf, wantsPerson, type Reply } from '../../domain/bots/replies.ts'
import type { Bot, Message, OrganizationId, SessionId } from '../../protocol/model/index.ts'
import { findBot } from '../db/bots.ts'
import { askedBefore, findBotTalk } from '../db/botTalks.ts'
import { messagesAfter } from '../db/messages.ts'
import type { Db } from '../db/port.ts'
import { findSession } from '../db/sessions.ts'
import type { BotDecision, Committed, Engine } from '../engine/types.ts'
import type { BotWebhook } from './webhook.ts'

export interface BotDesk {
  start(): void
  committed(change: Committed): void
  stop(): Promise<void>
}

export interface BotDeskOptions {
  readonly db: Db
  readonly engine: Pick<Engine, 'runInternal'>
  readonly webhook: BotWebhook
  readonly clock: Clock
  readonly log: Logger
}

/** Looks this often for what nobody has taken up: the process that should have may be gone. */
const LOOK_EVERY_MS = 5000
/** What waits so long is not in anybody's hands any more: two calls of five seconds, and room. */
const FORGOTTEN_MS = 15_000
const PIECE = 100
/** So much of what was written since the bot's last answer is looked at. */
const MOST_MESSAGES = 50

/**
 * Answers for bots, outside of anybody's turn: a message for a bot is written like any other, and what the bot decides on
 * it comes back as a command. What was asked is a row, so a restart forgets nothing; answering twice does nothing twice.
 */
export const createBotDesk = ({ db, engine, webhook, clock, log }: BotDeskOptions): BotDesk => {
  const working = new Map<SessionId, Promise<void>>()
  /** Asked again while the answer before was being made. */
  const again = new Set<SessionId>()
  let cancel: (() => void) | undefined
  let stopped = false

  const takeUp = (organizationId: OrganizationId, sessionId: SessionId): void => {
    if (stopped) return
    if (working.has(sessionId)) {
      again.add(sessionId)
      return
    }
    const work = answer(organizationId, sessionId)
      .catch((error: unknown) => {
        log.error('a bot has not answered', { sessionId, reason: String(error) })
      })
      .then(() => {
        working.delete(sessionId)
        if (again.delete(sessionId)) takeUp(organizationId, sessionId)
      })
    working.set(sessionId, work)
  }

  const answer = async (organizationId: OrganizationId, sessionId: SessionId): Promise<void> => {
    for (let more = true; more && !stopped;) {
      const asked = await askedOf(db, organizationId, sessionId)
      if (!asked) return
      const { upTo, decision } = await decide(asked)
      const done = await engine.runInternal(organizationId, 'bot.answer', { sessionId, upTo, decision })
      if (!done.ok) log.error('the answer of a bot was not taken', { sessionId, code: done.code })
      more = done.ok && done.value.more
    }
  }

  const decide = async (asked: Asked): Promise<{ upTo: number; decision: BotDecision }> => {
    const { bot, messages, misses } = asked
    const upTo = messages.at(-1)?.seq ?? 0
    const texts = messages.map(({ body }) => (body.kind === 'text' ? body.text : ''))
    const reply = await replyTo(bot, texts, misses, asked)
    return { upTo, decision: { words: reply.words, misses: reply.misses, handOver: reply.handOver } }
  }

  const replyTo = async (
    bot: Bot | null,
    texts: readonly string[],
    misses: number,
    asked: Asked,
  ): Promise<Omit<Reply, 'by'>> => {
    // Deleted or switched off in the meantime: people go on.
    if (!bot?.on) return { words: null, misses, handOver: true }
    if (!bot.webhook) return replyOf(bot, texts, misses)
    if (texts.some((text) => wantsPerson(text, bot.personWords)))
      return { words: null, misses, handOver: true }
    const { sessionId, secret, messages } = asked
    const answered = await webhook.ask({ bot, url: bot.webhook.url, secret, sessionId, messages })
    // Silent twice, or not to be reached: people go on at once (R-02-233).
    return answered.ok ? replyByWebhook(bot, answered.value, misses) : { words: null, misses, handOver: true }
  }

  const look = async (until: number): Promise<void> => {
    for (const row of await askedBefore(db, until, PIECE)) takeUp(row.organization_id, row.session_id)
  }

  const lookAgain = (): void => {
    cancel = clock.after(LOOK_EVERY_MS, () => {
      look(clock.now() - FORGOTTEN_MS)
        .catch((error: unknown) => {
          log.error('bots failed', { reason: String(error) })
        })
        .finally(() => {
          if (!stopped) lookAgain()
        })
    })
  }

  return {
    start: () => {
      look(clock.now()).catch((error: unknown) => {
        log.error('bots failed', { reason: String(error) })
      })
      lookAgain()
    },
    committed: ({ organizationId, signals }) => {
      for (const signal of signals) if (signal.kind === 'bot-asked') takeUp(organizationId, signal.sessionId)
    },
    stop: async () => {
      stopped = true
      cancel?.()
      await Promise.all(working.values())
    },
  }
}

interface Asked {
  readonly sessionId: SessionId
  /** Null: it is gone. */
  readonly bot: Bot | null
  readonly secret: string
  readonly misses: number
  /** What the customer wrote since the bot's last answer. */
  readonly messages: readonly Message[]
}

/** What waits for an answer in the session; undefined: nothing does. */
const askedOf = async (
  db: Db,
  organizationId: OrganizationId,
  sessionId: SessionId,
): Promise<Asked | undefined> => {
  const talk = await findBotTalk(db, organizationId, sessionId)
  const stored = await findSession(db, organizationId, sessionId)
  if (!talk || talk.asked_at === null || stored?.session.bot?.id !== talk.bot_id) return undefined
  const { conversationId } = stored.session
  const all = await messagesAfter(db, organizationId, conversationId, talk.answered_seq, MOST_MESSAGES)
  const messages = all.filter(({ sender }) => sender.kind === 'customer')
  if (messages.length === 0) return undefined
  const found = await findBot(db, organizationId, talk.bot_id)
  return { sessionId, bot: found?.bot ?? null, secret: found?.secret ?? '', misses: talk.misses, messages }
}
