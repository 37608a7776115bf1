import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'
import { lastSeqOf } from '../../db/conversations.ts'
import { findListEntry } from '../../db/listEntries.ts'
import { deleteReminder, findReminder, remindersIn, saveReminder } from '../../db/reminders.ts'
import type { Work } from '../../engine/work.ts'
import { giveThread } from '../reception/assignSession.ts'

/** One timer for each conversation an agent has put off. */
export const reminderSubject = (agentId: AgentId, conversationId: ConversationId): string =>
  `${agentId}:${conversationId}`

/** Its time has come: the conversation is on top of the agent's list again, also where it was taken out of it. */
export const ringDue = async (work: Work, subject: string): Promise<void> => {
  const [agentId, conversationId] = subject.split(':') as [AgentId, ConversationId]
  await ring(work, agentId, conversationId)
}

/** The customer writes: whoever put the conversation off need not wait any longer (R-03-038). */
export const ringForCustomer = async (work: Work, conversationId: ConversationId): Promise<void> => {
  for (const { agentId, reminder } of await remindersIn(work.tx, work.organizationId, conversationId)) {
    if (reminder.rungAt !== null) continue
    await work.cancelTimer('reminder', reminderSubject(agentId, conversationId))
    await ring(work, agentId, conversationId)
  }
}

/** Whoever answers has been reminded. */
export const dropRung = async (
  work: Work,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<void> => {
  const reminder = await findReminder(work.tx, work.organizationId, agentId, conversationId)
  if (reminder && reminder.rungAt !== null) await dropReminder(work, agentId, conversationId)
}

/** False: there was none. */
export const dropReminder = async (
  work: Work,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<boolean> => {
  if (!(await deleteReminder(work.tx, work.organizationId, agentId, conversationId))) return false
  await work.cancelTimer('reminder', reminderSubject(agentId, conversationId))
  work.publish(`agent:${agentId}`, 'reminder.removed', { conversationId })
  return true
}

const ring = async (work: Work, agentId: AgentId, conversationId: ConversationId): Promise<void> => {
  const { tx, organizationId } = work
  const before = await findReminder(tx, organizationId, agentId, conversationId)
  if (!before || before.rungAt !== null) return
  const reminder = { ...before, rungAt: work.now }
  await saveReminder(tx, organizationId, agentId, reminder)
  work.publish(`agent:${agentId}`, 'reminder.changed', { reminder })
  if (await findListEntry(tx, organizationId, agentId, conversationId)) return
  const lastSeq = await lastSeqOf(tx, organizationId, conversationId)
  if (lastSeq === undefined) throw new Error('a reminder is about a conversation')
  await giveThread(work, { id: conversationId, lastSeq }, agentId, lastSeq + 1)
}
