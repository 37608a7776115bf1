import { ok } from '../../../base/result.ts'
import { findBotTalk, saveBotTalk } from '../../db/botTalks.ts'
import { findConversation } from '../../db/conversations.ts'
import { customerWords } from '../../db/messages.ts'
import { findSession } from '../../db/sessions.ts'
import type { InternalHandler } from '../handler.ts'
import { handOverToPeople } from '../reception/handOverToPeople.ts'
import { saySomething } from '../reception/startBot.ts'

/**
 * What the bot decided outside of the writer's turn takes effect: once, and only while the session is still its own
 * (R-02-234). `more`: the customer has written on in the meantime.
 */
export const answerAsBot: InternalHandler<'bot.answer'> = async (work, { sessionId, upTo, decision }) => {
  const { tx, organizationId } = work
  const talk = await findBotTalk(tx, organizationId, sessionId)
  const stored = await findSession(tx, organizationId, sessionId)
  if (!talk || !stored || talk.answered_seq >= upTo) return ok({ more: false })
  const { session } = stored
  const conversation = await findConversation(tx, organizationId, session.conversationId)
  if (!conversation || session.state !== 'active' || session.handlerId !== null) return ok({ more: false })
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const since = await customerWords(tx, organizationId, conversation.id, upTo + 1)
  const { words, misses } = decision
  // A bot that may say no more makes way for somebody who may.
  const withheld = words !== null && !(await saySomething(work, thread, stored, words))
  const handOver = decision.handOver || withheld
  const more = since.count > 0 && !handOver
  await saveBotTalk(tx, organizationId, {
    session_id: sessionId,
    misses,
    answered_seq: upTo,
    asked_at: more ? talk.asked_at : null,
  })
  if (handOver) await handOverToPeople(work, thread, stored)
  return ok({ more })
}
