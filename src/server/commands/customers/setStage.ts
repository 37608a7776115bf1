import { ok, refuse } from '../../../base/result.ts'
import { FIRST_STAGE, WON_STAGE } from '../../../protocol/model/index.ts'
import { saveStage } from '../../db/customers.ts'
import { customerSettingsOf } from '../../db/customerSettings.ts'
import type { Handler } from '../handler.ts'
import { conflictDetails, noteChanges } from './changes.ts'
import { publishCustomer, visibleCustomer } from './visibleCustomer.ts'

export const setStage: Handler<'customer.set-stage'> = async (
  work,
  { agentId },
  { customerId, stageId, was },
) => {
  const { tx, organizationId } = work
  const customer = await visibleCustomer(work, agentId, customerId)
  if (!customer) return refuse('not-found')
  const now = customer.stageId ?? null
  if (now === stageId) return ok({ customer })
  if (now !== was) return refuse('conflict', await conflictDetails(work, customer, 'stage'))
  const { stages } = await customerSettingsOf(tx, organizationId)
  const known = [FIRST_STAGE, ...stages.map(({ id }) => id), WON_STAGE]
  if (stageId !== null && !known.includes(stageId)) return refuse('not-found')
  await saveStage(tx, organizationId, customer.id, stageId)
  const next = await publishCustomer(work, customer.id)
  const changed = next.type === customer.type ? ['stage'] : ['stage', 'type']
  await noteChanges(work, agentId, { from: customer, to: next }, changed)
  return ok({ customer: next })
}
