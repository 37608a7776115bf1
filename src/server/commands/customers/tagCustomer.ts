import { ok, refuse } from '../../../base/result.ts'
import { addTag, removeTag, touchCustomer } from '../../db/customers.ts'
import { tagsOf } from '../../db/tags.ts'
import type { Handler } from '../handler.ts'
import { noteChanges } from './changes.ts'
import { publishCustomer, visibleCustomer } from './visibleCustomer.ts'

const MOST_TAGS = 100

export const tagCustomer: Handler<'customer.tag'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const customer = await visibleCustomer(work, agentId, args.customerId)
  if (!customer) return refuse('not-found')
  const known = new Set((await tagsOf(tx, organizationId)).map((tag) => tag.id))
  if (args.add.some((tagId) => !known.has(tagId))) return refuse('not-found')
  const after = new Set([...customer.tagIds, ...args.add])
  for (const tagId of args.remove) after.delete(tagId)
  if (after.size > MOST_TAGS) return refuse('too-many-tags', { limit: MOST_TAGS })
  let changed = false
  for (const tagId of args.add) {
    if (after.has(tagId) && (await addTag(tx, organizationId, customer.id, tagId))) changed = true
  }
  for (const tagId of args.remove) {
    if (await removeTag(tx, organizationId, customer.id, tagId)) changed = true
  }
  if (!changed) return ok({ customer })
  await touchCustomer(tx, organizationId, customer.id)
  const next = await publishCustomer(work, customer.id)
  await noteChanges(work, agentId, { from: customer, to: next }, ['tags'])
  return ok({ customer: next })
}
