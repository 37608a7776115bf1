import { ok, refuse } from '../../../base/result.ts'
import { answerBy } from '../../../domain/routing/measures.ts'
import type { LeftMessage, SessionId } from '../../../protocol/model/index.ts'
import { findConversation, type ConversationRow } from '../../db/conversations.ts'
import { takeMessageNumber } from '../../db/organizations.ts'
import { findSession } from '../../db/sessions.ts'
import { threadHeadOf } from '../../db/threadHeads.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { changeSession, publishPoolEntry } from '../reception/changeSession.ts'
import { openSession, targetOf } from '../reception/openSession.ts'
import { appendLine, appendMessage, type Thread } from '../reception/thread.ts'

/**
 * Keeps the message as an entry of the pool that any member of the group can take, however many customers wait there
 * (R-02-104, R-02-111); the text is a message of the thread like any other.
 */
export const leaveMessageAsCustomer: Handler<'customer.leave-message'> = async (
  work,
  { conversationId, customerId },
  { id, text, name, phone, email },
) => {
  const head = await threadHeadOf(work.tx, work.organizationId, conversationId)
  const conversation = await findConversation(work.tx, work.organizationId, conversationId)
  if (!head || !conversation) return refuse('not-found')
  if (head.blocked) return refuse('not-accepted')
  const thread: Thread = { id: conversationId, lastSeq: head.lastSeq }
  const contact = { name: name.trim(), phone: phone.trim(), email: email.trim() }
  const left = await promise(work, conversation, contact)
  // Somebody may have begun to talk to them while they were writing: then it belongs there.
  const stored = head.open
    ? await findSession(work.tx, work.organizationId, head.open.id)
    : await openSession(work, conversation, 'customer', thread.lastSeq + 1, { leftMessage: left })
  if (!stored) throw new Error('the session was just read')
  const { session } = stored
  const body = { kind: 'text', text: text.trim() } as const
  const sender = { kind: 'customer', customerId } as const
  if (!(await appendMessage(work, thread, { id, sessionId: session.id, sender, body }))) {
    return refuse('idempotency-conflict')
  }
  await report(work, thread, session.id, left)
  if (!head.open || session.bot) {
    const why = { step: 'leave-message' } as const
    await changeSession(work, stored, { kind: 'queue', target: session.target, why }, 'routed')
  } else if (session.state === 'pending') await publishPoolEntry(work, session, 'pool.changed')
  return ok({ number: left.number, answerBy: left.answerBy })
}

const promise = async (
  work: Work,
  conversation: ConversationRow,
  contact: Pick<LeftMessage, 'name' | 'phone' | 'email'>,
): Promise<LeftMessage> => {
  const { organization, groups } = await work.directory()
  const target = await targetOf(work, conversation)
  const group = target.kind === 'group' ? groups.get(target.groupId) : undefined
  return {
    number: await takeMessageNumber(work.tx, work.organizationId),
    ...contact,
    answerBy: answerBy(organization, group, work.now),
  }
}

/** The line in which the customer finds the number again, and the agent how to reach them. */
const report = async (
  work: Work,
  thread: Thread,
  sessionId: SessionId,
  { number, answerBy: by, ...contact }: LeftMessage,
): Promise<void> => {
  const given = Object.entries(contact).filter(([, value]) => value !== '')
  const params = { number: String(number), answerBy: String(by), ...Object.fromEntries(given) }
  await appendLine(work, thread, sessionId, 'message-left', params)
}
