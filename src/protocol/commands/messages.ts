import * as z from 'zod'

import { ConversationId, Instant, Language, MessageId, Seq, WrittenBody } from '../model/index.ts'
import { command } from './command.ts'

/**
 * Writes to the customer. The message's id is the command's id. `seenSeq` is the newest message its author saw; null
 * sends whatever happened. Without an open session a new one is started by the agent (R-02-145).
 */
export const sendMessage = command('message.send', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({
    conversationId: ConversationId,
    id: MessageId,
    body: WrittenBody,
    /** The message of this conversation that a text answers. */
    quoteId: MessageId.optional(),
    seenSeq: Seq.nullable(),
  }),
  result: z.object({ seq: Seq, at: Instant }),
  codes: ['not-your-session', 'answered-meanwhile', 'file-missing', 'path-closed', 'quota-used-up'],
})

/** Takes an own message back, within two minutes of its acceptance (R-06-080); again is a success without effect. */
export const recallMessage = command('message.recall', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ messageId: MessageId }),
  result: z.object({}),
  codes: ['recall-too-late'],
})

/**
 * Asks the speech service of the company what a voice says (R-06-110). What it answers, or that it did not, is kept with the
 * message and told as `message.annotated`; while it is asked, and when there is an answer, asking again changes nothing.
 */
export const transcribeMessage = command('message.transcribe', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ messageId: MessageId }),
  result: z.object({}),
  codes: ['no-service', 'message-recalled'],
})

/** The same of the translation service: a text, in the language of whoever reads it (R-14-044). */
export const translateMessage = command('message.translate', {
  by: 'agent',
  permission: 'ai.use',
  args: z.strictObject({ messageId: MessageId, language: Language }),
  result: z.object({}),
  codes: ['no-service', 'message-recalled'],
})

/** Moves the own read position forward, on all devices (R-06-090). Going back is a success without effect. */
export const advanceRead = command('read.advance', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId, seq: Seq }),
  result: z.object({ seq: Seq }),
  codes: [],
})
