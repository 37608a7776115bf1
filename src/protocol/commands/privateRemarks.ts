import * as z from 'zod'

import { CustomerId, short } from '../model/index.ts'
import { PRIVATE_REMARK_LIMIT } from '../model/limits.ts'
import { command } from './command.ts'

/** Names a customer for oneself; an empty text brings the library name back. The last one of all devices counts. */
export const setPrivateRemark = command('private-remark.set', {
  by: 'agent',
  permission: 'remark.private',
  args: z.strictObject({ customerId: CustomerId, text: short(PRIVATE_REMARK_LIMIT) }),
  result: z.object({}),
  codes: [],
})
