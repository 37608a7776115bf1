import type { Message, MessageBody } from '../../protocol/model/index.ts'
import type { PathState } from './path.ts'

type Code = Extract<MessageBody, { kind: 'system' }>['code']

/** Lines that reach the customer as texts of the company; the others only report what happens. */
const TEXTS: readonly Code[] = [
  'greeting',
  'company-text',
  'menu-answer',
  'bot-said',
  'still-there',
  'survey-sent',
]

/** So many replies are kept for people: with no more than these left the program says nothing by itself (R-02-289). */
const KEPT_FOR_PEOPLE = 2

/** How often we have spoken since the customer's last word, after one more message. */
export const repliesAfter = (before: number, { sender, body }: Pick<Message, 'sender' | 'body'>): number => {
  if (sender.kind === 'customer') return 0
  return isReply(sender.kind, body) ? before + 1 : before
}

/** Whether a message of ours uses up one of the replies a channel allows. */
export const isReply = (from: 'agent' | 'system', body: MessageBody): boolean =>
  from === 'agent' || (body.kind === 'system' && TEXTS.includes(body.code))

/** Whether the program may say something by itself, so that a person can still answer afterwards. */
export const mayTextAlone = (path: PathState): boolean =>
  path.open && (path.left === null || path.left > KEPT_FOR_PEOPLE)
