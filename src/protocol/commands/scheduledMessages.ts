import * as z from 'zod'

import {
  ConversationId,
  Instant,
  MessageId,
  ScheduledMessage,
  ScheduledMessageId,
  ScheduledText,
} from '../model/index.ts'
import { command } from './command.ts'
import { sendMessage } from './messages.ts'

/**
 * Has a customer written to at a set time; one that is there already has the new text and time. Whether it may be sent is
 * asked at its time: if not, it stays with the reason.
 */
export const setScheduledMessage = command('scheduled-message.set', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({
    id: ScheduledMessageId,
    conversationId: ConversationId,
    text: ScheduledText,
    quoteId: MessageId.optional(),
    at: Instant,
  }),
  result: z.object({ scheduled: ScheduledMessage }),
  codes: ['time-past', 'scheduled-too-far', 'too-many-scheduled'],
})

/** It is not sent. */
export const removeScheduledMessage = command('scheduled-message.remove', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ id: ScheduledMessageId }),
  result: z.object({}),
  codes: [],
})

/** Sends it now; refused, it stays as it was. */
export const sendScheduledMessage = command('scheduled-message.send', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({ id: ScheduledMessageId }),
  result: z.object({}),
  codes: sendMessage.codes,
})
