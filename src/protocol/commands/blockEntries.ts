import * as z from 'zod'

import { CustomerId } from '../model/index.ts'
import { command } from './command.ts'

/**
 * The customer no longer reaches the agent who asks for it: routing never gives them to this agent, and what they have
 * together now goes to colleagues (R-02-300). Only customers can be blocked, never colleagues.
 */
export const addBlockEntry = command('block-entry.add', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({ customerId: CustomerId }),
  result: z.object({}),
  codes: [],
})

export const removeBlockEntry = command('block-entry.remove', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({ customerId: CustomerId }),
  result: z.object({}),
  codes: [],
})
