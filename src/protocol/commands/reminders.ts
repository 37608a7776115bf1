import * as z from 'zod'

import { ConversationId, Reminder, ReminderTime } from '../model/index.ts'
import { command } from './command.ts'

/** Puts a conversation off (R-03-038); one that was put off already has the new time. */
export const setReminder = command('reminder.set', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId, when: ReminderTime }),
  result: z.object({ reminder: Reminder }),
  codes: ['time-past', 'time-too-far'],
})

/** It comes back no more, or its coming back has been seen. */
export const removeReminder = command('reminder.remove', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId }),
  result: z.object({}),
  codes: [],
})
