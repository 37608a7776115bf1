import { textWidth } from '../../../../base/textWidth.ts'
import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import { BOT_LIMITS, type Bot, type BotId } from '../../../../protocol/model/index.ts'

/** A bot while somebody is editing it. */
export interface BotForm extends Omit<CommandArgs<'bot.save'>, 'version' | 'personWords'> {
  /** Words for a person as they are typed: one a line. */
  readonly words: string
}

/** Null: a new one. */
export const formOf = (bot: Bot | null): BotForm => {
  const { version: _version, personWords, ...plan } = bot ?? newBot(crypto.randomUUID())
  return { ...plan, words: personWords.join('\n'), renewSecret: false }
}

const newBot = (id: string): Bot => ({
  id: id as BotId,
  version: 0,
  name: '',
  on: true,
  greeting: '',
  menu: [],
  entries: [],
  notUnderstood: '',
  personWords: [],
  missesToPerson: 2,
  webhook: null,
})

/** Variants as they are typed: one a line. */
export const linesOf = (text: string): string[] =>
  [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')

/** What is saved: spaces at the ends are nobody's meaning. */
export const planOf = ({ words, ...form }: BotForm): Omit<CommandArgs<'bot.save'>, 'version'> => ({
  ...form,
  personWords: linesOf(words),
  name: form.name.trim(),
  greeting: form.greeting.trim(),
  notUnderstood: form.notUnderstood.trim(),
  menu: form.menu.map(({ title, answer }) => ({ title: title.trim(), answer: answer.trim() })),
  entries: form.entries.map(({ question, variants, answer }) => ({
    question: question.trim(),
    variants,
    answer: answer.trim(),
  })),
})

export type BotProblem =
  | 'name'
  | 'greeting'
  | 'menu'
  | 'entries'
  | 'notUnderstood'
  | 'words'
  | 'url'
  | 'empty'

/** What keeps the bot from being saved. */
export const problemOf = (form: BotForm): BotProblem | null => {
  const { name, on, greeting, menu, entries, notUnderstood, personWords, webhook } = planOf(form)
  if (name === '' || name.length > BOT_LIMITS.name) return 'name'
  if (textWidth(greeting) > BOT_LIMITS.greeting) return 'greeting'
  if (webhook && !isAddress(webhook.url)) return 'url'
  if (menu.some(({ title, answer }) => !isLine(title, BOT_LIMITS.menuTitle) || !isAnswer(answer)))
    return 'menu'
  const isWrong = ({ question, variants, answer }: Bot['entries'][number]): boolean =>
    ![question, ...variants].every((line) => isLine(line, BOT_LIMITS.question)) ||
    variants.length > BOT_LIMITS.variants ||
    !isAnswer(answer)
  if (entries.some(isWrong)) return 'entries'
  if (textWidth(notUnderstood) > BOT_LIMITS.notUnderstood) return 'notUnderstood'
  if (personWords.length > BOT_LIMITS.words || personWords.some((word) => word.length > 20)) return 'words'
  return on && !webhook && menu.length + entries.length === 0 ? 'empty' : null
}

const isLine = (text: string, max: number): boolean => text !== '' && text.length <= max
const isAnswer = (text: string): boolean => text !== '' && textWidth(text) <= BOT_LIMITS.answer

const isAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:\/\//u.test(text) && text.length <= 500
