import * as z from 'zod'

import { ConversationId, TransferRequest, TransferRequestId } from '../model/index.ts'
import { command } from './command.ts'

/** Asks the colleague who has the open session of a conversation to give it to oneself (R-02-295). */
export const askTransfer = command('transfer-request.ask', {
  by: 'agent',
  permission: 'reception.receive',
  args: z.strictObject({ conversationId: ConversationId }),
  result: z.object({ request: TransferRequest }),
  codes: ['nobody-has-it', 'other-face', 'already-requested', 'cannot-transfer'],
})

/** Gives the session to whoever asked, or keeps it; they are told. The same time limit as for any transfer holds. */
export const answerTransfer = command('transfer-request.answer', {
  by: 'agent',
  permission: 'reception.transfer',
  args: z.strictObject({ id: TransferRequestId, accept: z.boolean() }),
  result: z.object({}),
  codes: ['customer-silent', 'not-receivable', 'asker-full', 'session-changed'],
})

/** Takes an own request back, or away when it was declined. */
export const withdrawTransfer = command('transfer-request.withdraw', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ id: TransferRequestId }),
  result: z.object({}),
  codes: [],
})
