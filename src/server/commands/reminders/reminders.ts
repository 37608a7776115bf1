import { ok, refuse } from '../../../base/result.ts'
import { reminderDue } from '../../../domain/reminders/reminderDue.ts'
import type { Reminder } from '../../../protocol/model/index.ts'
import { isFollowing } from '../../db/follows.ts'
import { saveReminder } from '../../db/reminders.ts'
import type { Handler } from '../handler.ts'
import { dropReminder, reminderSubject } from './ringReminder.ts'

export const setReminder: Handler<'reminder.set'> = async (work, { agentId }, { conversationId, when }) => {
  const { tx, organizationId } = work
  if (!(await isFollowing(tx, organizationId, agentId, `thread:${conversationId}`)))
    return refuse('not-found')
  const due = reminderDue(when, work.now, (await work.directory()).organization.timeZone)
  if (!due.ok) return due
  const reminder: Reminder = { conversationId, dueAt: due.value, setAt: work.now, rungAt: null }
  await saveReminder(tx, organizationId, agentId, reminder)
  await work.timer('reminder', reminderSubject(agentId, conversationId), reminder.dueAt)
  work.publish(`agent:${agentId}`, 'reminder.changed', { reminder })
  return ok({ reminder })
}

export const removeReminder: Handler<'reminder.remove'> = async (work, { agentId }, { conversationId }) =>
  (await dropReminder(work, agentId, conversationId)) ? ok({}) : refuse('not-found')
