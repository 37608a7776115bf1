import * as z from 'zod'

import { ColorMarkId, CustomerId } from '../model/index.ts'
import { COLOR_MARK_LIMITS } from '../model/limits.ts'
import { command } from './command.ts'

/** Sets one's own marks on a customer by hand, and takes others away; what is named in neither stays as it is. */
export const setColorMarks = command('color-mark.set', {
  by: 'agent',
  permission: null,
  args: z.strictObject({
    customerId: CustomerId,
    add: z.array(ColorMarkId).max(COLOR_MARK_LIMITS.marks),
    remove: z.array(ColorMarkId).max(COLOR_MARK_LIMITS.marks),
  }),
  result: z.object({}),
  codes: [],
})
