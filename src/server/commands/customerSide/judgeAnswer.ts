import { ok } from '../../../base/result.ts'
import { judgeBotTalk } from '../../db/botTalks.ts'
import { findConversation } from '../../db/conversations.ts'
import { messagesAfter } from '../../db/messages.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'
import { handOverToPeople } from '../reception/handOverToPeople.ts'
import { appendLine, type Thread } from '../reception/thread.ts'

/**
 * Whoever receives the customer reads what did not help. As many useless answers in a row as the bot may misunderstand, and
 * people go on (R-14-021, R-02-231).
 */
export const judgeAnswer: Handler<'customer.judge-answer'> = async (
  work,
  { conversationId },
  { seq, helpful },
) => {
  const { tx, organizationId } = work
  const conversation = await findConversation(tx, organizationId, conversationId)
  const open = await openSessionOf(tx, organizationId, conversationId)
  const botId = open?.session.bot?.id
  const [answer] = await messagesAfter(tx, organizationId, conversationId, seq - 1, 1)
  const isAnswer = answer?.seq === seq && answer.body.kind === 'system' && answer.body.code === 'bot-said'
  if (!conversation || !open || !botId || !isAnswer || answer.sessionId !== open.session.id) return ok({})
  const unhelpful = await judgeBotTalk(tx, organizationId, open.session.id, { seq, helpful })
  if (unhelpful === undefined) return ok({})
  const thread: Thread = { id: conversationId, lastSeq: conversation.last_seq }
  await appendLine(work, thread, open.session.id, 'bot-judged', { helpful: helpful ? 'yes' : 'no' })
  const most = (await work.directory()).bots.get(botId)?.missesToPerson
  if (most !== undefined && unhelpful >= most) await handOverToPeople(work, thread, open)
  return ok({})
}
