import * as z from 'zod'

import { CustomerId } from './ids.ts'

/** A name for a customer that one agent sees and nobody else; it wins over the library name (R-03-132). */
export const PrivateRemark = z.object({
  customerId: CustomerId,
  text: z.string(),
})
export type PrivateRemark = z.infer<typeof PrivateRemark>
