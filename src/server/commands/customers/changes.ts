import { valueOf } from '../../../domain/customers/fields.ts'
import type { AgentId, Customer, FieldKey } from '../../../protocol/model/index.ts'
import { customerChangesOf, insertCustomerChange } from '../../db/customerChanges.ts'
import type { Work } from '../../engine/work.ts'

/** Notes who changed which fields, from what to what, in the transaction that changes them. */
export const noteChanges = async (
  { tx, organizationId, now }: Work,
  byId: AgentId,
  { from, to }: { readonly from: Customer; readonly to: Customer },
  fields: readonly FieldKey[],
): Promise<void> => {
  for (const field of fields) {
    const change = { at: now, byId, from: valueOf(from, field), to: valueOf(to, field) }
    await insertCustomerChange(tx, organizationId, to, field, change)
  }
}

/** What somebody is told whose change met another one: which field it is, and who was faster (R-03-126). */
export const conflictDetails = async (
  { tx, organizationId }: Work,
  { id, version }: Customer,
  field: FieldKey,
) => {
  const [last] = await customerChangesOf(tx, organizationId, id, field)
  return { version, field, by: last?.byId ?? null }
}
