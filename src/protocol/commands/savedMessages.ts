import * as z from 'zod'

import { MessageId } from '../model/index.ts'
import { SAVED_MESSAGE_LIMITS } from '../model/limits.ts'
import { command } from './command.ts'

const messageIds = z.array(MessageId).min(1).max(SAVED_MESSAGE_LIMITS.batch)

/** Puts copies of messages the agent can read among their favourites, all or none; what is there already stays as it is. */
export const addSavedMessages = command('saved-message.add', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ messageIds }),
  result: z.object({}),
  codes: ['too-many-saved'],
})

export const removeSavedMessages = command('saved-message.remove', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ messageIds }),
  result: z.object({}),
  codes: [],
})
