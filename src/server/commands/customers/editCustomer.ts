import { ok, refuse } from '../../../base/result.ts'
import {
  conflictsIn,
  isSameValue,
  valueOf,
  valuesOf,
  withFields,
  wrongField,
} from '../../../domain/customers/fields.ts'
import { saveCustomerFields } from '../../db/customers.ts'
import { customerSettingsOf } from '../../db/customerSettings.ts'
import type { Handler } from '../handler.ts'
import { conflictDetails, noteChanges } from './changes.ts'
import { publishCustomer, visibleCustomer } from './visibleCustomer.ts'

export const editCustomer: Handler<'customer.edit'> = async (work, { agentId }, args) => {
  const { tx, organizationId, now } = work
  const customer = await visibleCustomer(work, agentId, args.customerId)
  if (!customer) return refuse('not-found')
  const { fields, was, version } = args
  if (!was && version !== customer.version) return refuse('conflict', { version: customer.version })
  const [conflict] = was ? conflictsIn(customer, was, fields) : []
  if (conflict !== undefined) return refuse('conflict', await conflictDetails(work, customer, conflict))
  const made = fields.custom ? (await customerSettingsOf(tx, organizationId)).fields : []
  const wrong = wrongField(fields, made, now)
  if (wrong) return refuse('wrong-value', { field: wrong })
  const next = { ...withFields(customer, fields), version: customer.version + 1 }
  const changed = valuesOf(fields)
    .map(([key]) => key)
    .filter((key) => !isSameValue(valueOf(customer, key), valueOf(next, key)))
  if (changed.length === 0) return ok({ customer })
  if (!(await saveCustomerFields(tx, organizationId, next, customer.version)))
    throw new Error('the customer was just read')
  await noteChanges(work, agentId, { from: customer, to: next }, changed)
  return ok({ customer: await publishCustomer(work, customer.id) })
}
