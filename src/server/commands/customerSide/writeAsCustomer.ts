import { ok, refuse } from '../../../base/result.ts'
import type { CustomerId, SessionId } from '../../../protocol/model/index.ts'
import { askBotTalk } from '../../db/botTalks.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import { threadHeadOf, type ThreadHead } from '../../db/threadHeads.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { attachFile } from '../messages/attachFile.ts'
import { sendOnce } from '../messages/repeated.ts'
import { withQuote } from '../messages/withQuote.ts'
import { publishPoolEntry } from '../reception/changeSession.ts'
import { openSession } from '../reception/openSession.ts'
import { wakeSession } from '../reception/restSession.ts'
import { routeArrival } from '../reception/routeArrival.ts'
import { appendLine, appendMessage, type Draft, type Thread } from '../reception/thread.ts'
import { expectAnswer } from '../reception/timeoutTransfer.ts'
import { ringForCustomer } from '../reminders/ringReminder.ts'
import { objectionOf } from './entryRules.ts'
import { waitForRequest } from './waitForRequest.ts'

/** A session whose routing failed is looked at again after this time. */
const ROUTE_AGAIN_MS = 5000

export const writeAsCustomer: Handler<'customer.write'> = async (work, principal, args) => {
  const bodyText = JSON.stringify(args.body)
  const { conversationId, customerId } = principal
  const { id, body } = args
  return sendOnce(work, { id, conversationId, senderId: customerId, bodyText }, async () => {
    const head = await threadHeadOf(work.tx, work.organizationId, conversationId)
    if (!head) return refuse('not-found')
    if (head.blocked) return refuse('not-accepted')
    const objection = await objectionOf(work, principal, head, body)
    if (objection) return refuse(objection)
    if (!(await attachFile(work, conversationId, body))) return refuse('file-missing')
    const thread: Thread = { id: conversationId, lastSeq: head.lastSeq }
    const quoting = await withQuote(work, conversationId, args)
    const draft = { id, sender: senderOf(customerId), ...(quoting ?? { body, bodyText }) }
    if (head.reminded) await ringForCustomer(work, conversationId)
    if (!head.open) return writeToNewSession(work, thread, draft)
    const message = await appendMessage(work, thread, { ...draft, sessionId: head.open.id })
    if (!message) return 'id-taken'
    if (head.resting) await wakeSession(work, head.open.id)
    if (head.open.state === 'pending') await showInPool(work, head.open.id)
    else if (isWithBot(head.open)) await askBot(work, head.open.id)
    // After an answer the time for the next one begins.
    else if (head.answered) await watchAnswer(work, head.open.id)
    return ok({ seq: message.seq, at: message.at })
  })
}

const senderOf = (customerId: CustomerId) => ({ kind: 'customer', customerId }) as const

/** Stores the message first, then looks for somebody who receives it. */
const writeToNewSession = async (work: Work, thread: Thread, draft: Omit<Draft, 'sessionId'>) => {
  const conversation = await findConversation(work.tx, work.organizationId, thread.id)
  if (!conversation) throw new Error('the conversation was just read')
  const retryAfterMs = await waitForRequest(work, conversation)
  if (retryAfterMs > 0) return refuse('rate-limited', { retryAfterMs })
  const stored = await openSession(work, conversation, 'customer', thread.lastSeq + 1)
  const sessionId = stored.session.id
  await appendLine(work, thread, sessionId, 'session-started')
  const message = await appendMessage(work, thread, { ...draft, sessionId })
  if (!message) return 'id-taken'
  // The message is kept whatever happens to the routing (R-02-002).
  const error = await work.attempt(async () => routeArrival(work, thread, stored, conversation, message.body))
  if (error) {
    work.log.error('routing failed', { sessionId, reason: error.message })
    await work.timer('session-requeue', sessionId, work.now + ROUTE_AGAIN_MS)
  }
  return ok({ seq: message.seq, at: message.at })
}

/** Nobody else is without a handler in this state. */
const isWithBot = ({ state, handlerId }: NonNullable<ThreadHead['open']>): boolean =>
  state === 'active' && handlerId === null

const askBot = async (work: Work, sessionId: SessionId): Promise<void> => {
  if (await askBotTalk(work.tx, work.organizationId, sessionId, work.now)) {
    work.signal({ kind: 'bot-asked', sessionId })
  }
}

const showInPool = async (work: Work, sessionId: SessionId): Promise<void> => {
  const stored = await findSession(work.tx, work.organizationId, sessionId)
  if (stored) await publishPoolEntry(work, stored.session, 'pool.changed')
}

const watchAnswer = async (work: Work, sessionId: SessionId): Promise<void> => {
  const { groups } = await work.directory()
  if (![...groups.values()].some(({ timeoutTransfer }) => timeoutTransfer)) return
  const stored = await findSession(work.tx, work.organizationId, sessionId)
  if (stored) await expectAnswer(work, stored.session)
}
