import { ok, refuse } from '../../../base/result.ts'
import { saveCustomerFields } from '../../db/customers.ts'
import type { Handler } from '../handler.ts'
import { publishCustomer, visibleCustomer } from './visibleCustomer.ts'

export const editCustomer: Handler<'customer.edit'> = async (work, { agentId }, args) => {
  const customer = await visibleCustomer(work, agentId, args.customerId)
  if (!customer) return refuse('not-found')
  const fields = Object.fromEntries(Object.entries(args.fields).filter(([, value]) => value !== undefined))
  const saved = await saveCustomerFields(
    work.tx,
    work.organizationId,
    { ...customer, ...fields },
    args.version,
  )
  if (!saved) return refuse('conflict', { version: customer.version })
  return ok({ customer: await publishCustomer(work, customer.id) })
}
