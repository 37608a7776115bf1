import type { BotWords } from '../../../domain/bots/replies.ts'
import type { Bot, Why } from '../../../protocol/model/index.ts'
import { insertBotTalk } from '../../db/botTalks.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { appendText } from './appendText.ts'
import { changeSession } from './changeSession.ts'
import type { Thread } from './thread.ts'

/** Gives the session to a bot: it greets at once, and is asked for an answer to what the customer wrote (R-02-141). */
export const startBot = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  bot: Bot,
  why: Why,
): Promise<void> => {
  const { id } = stored.session
  const named = { id: bot.id, name: bot.name }
  const changed = await changeSession(work, stored, { kind: 'bot', bot: named, why }, 'routed')
  if (!changed.ok) return
  if (bot.greeting !== '') {
    const choices = bot.menu.map(({ title }) => title)
    await saySomething(work, thread, changed.value, { text: bot.greeting, choices })
  }
  await insertBotTalk(work.tx, work.organizationId, {
    session_id: id,
    bot_id: bot.id,
    misses: 0,
    answered_seq: stored.firstSeq - 1,
    asked_at: work.now,
  })
  work.signal({ kind: 'bot-asked', sessionId: id })
}

/** A line of the thread that the customer reads as a message of the bot, by its name (R-14-007). False: withheld. */
export const saySomething = async (
  work: Work,
  thread: Thread,
  { session }: StoredSession,
  { text, choices }: BotWords,
): Promise<boolean> =>
  appendText(work, thread, { channel: session.channel, sessionId: session.id }, 'bot-said', {
    name: session.bot?.name ?? '',
    text,
    ...(choices.length > 0 && { choices: choices.join('\n') }),
  })
