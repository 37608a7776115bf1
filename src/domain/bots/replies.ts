/** What a bot says to what a customer wrote, and when it hands over: pure tables for the built-in bot and for webhooks. */
import type { Bot, BotPlan } from '../../protocol/model/index.ts'
import { findAnswer, type Found } from './findAnswer.ts'
import { plainText } from './plainText.ts'

export interface BotWords {
  readonly text: string
  /** Buttons below it, each with what it sends. */
  readonly choices: readonly string[]
}

export interface Reply {
  /** Null: it says nothing. */
  readonly words: BotWords | null
  /** Answers in a row that were not understood, this one included. */
  readonly misses: number
  readonly handOver: boolean
  /** Which rule decided, for whoever tries the bot out. */
  readonly by: 'person-word' | Found['kind']
}

/** Every bot knows these; a company may add to them, not take them away (R-14-019). */
export const PERSON_WORDS = ['转人工', '人工', '真人', 'agent', 'human', 'talk to a person'] as const

/** Whether the customer asks for a person. Latin words count as whole words only. */
export const wantsPerson = (text: string, more: readonly string[]): boolean => {
  const plain = ` ${plainText(text)} `
  return [...PERSON_WORDS, ...more].some((word) => {
    const wanted = plainText(word)
    return wanted !== '' && plain.includes(/^[a-z\d ]+$/u.test(wanted) ? ` ${wanted} ` : wanted)
  })
}

/** The built-in bot's answer to what was written since its last one, oldest first (R-14-011). */
export const replyOf = (
  bot: Pick<Bot, 'menu' | 'entries' | 'notUnderstood' | 'personWords' | 'missesToPerson'>,
  texts: readonly string[],
  missesBefore: number,
): Reply => {
  if (texts.some((text) => wantsPerson(text, bot.personWords))) {
    return { words: null, misses: missesBefore, handOver: true, by: 'person-word' }
  }
  // What was written last is meant; what came before may have been a greeting, or the question itself.
  const found = texts.toReversed().map((text) => findAnswer(bot, text))
  const best = found.find(({ kind }) => kind !== 'nothing') ?? { kind: 'nothing' }
  switch (best.kind) {
    case 'menu':
    case 'exact':
    case 'likely':
      return { words: { text: best.answer, choices: [] }, misses: 0, handOver: false, by: best.kind }
    case 'suggestions':
      return missed(bot, missesBefore, { text: bot.notUnderstood, choices: best.questions }, best.kind)
    case 'nothing': {
      const choices = bot.menu.map(({ title }) => title)
      return missed(bot, missesBefore, { text: bot.notUnderstood, choices }, best.kind)
    }
  }
}

/** One more that was not understood: at the limit people go on, without another excuse (R-02-231). */
const missed = (
  { missesToPerson }: Pick<BotPlan, 'missesToPerson'>,
  before: number,
  words: BotWords,
  by: Reply['by'],
): Reply => {
  const misses = before + 1
  const handOver = misses >= missesToPerson
  return { words: handOver || words.text === '' ? null : words, misses, handOver, by }
}

/** What a webhook answered, parsed. */
export interface WebhookAnswer {
  readonly text: string
  readonly choices: readonly string[]
  readonly understood: boolean
  readonly handOver: boolean
}

/** The same counting for a bot that is asked over the network. */
export const replyByWebhook = (
  bot: Pick<Bot, 'missesToPerson'>,
  { text, choices, understood, handOver }: WebhookAnswer,
  missesBefore: number,
): Omit<Reply, 'by'> => {
  const misses = understood ? 0 : missesBefore + 1
  return {
    words: text === '' ? null : { text, choices },
    misses,
    handOver: handOver || misses >= bot.missesToPerson,
  }
}
