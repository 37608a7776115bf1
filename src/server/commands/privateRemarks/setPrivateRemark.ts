import { ok, refuse } from '../../../base/result.ts'
import { visibleCustomer } from '../customers/visibleCustomer.ts'
import type { Handler } from '../handler.ts'
import { saveRemark } from './saveRemark.ts'

export const setPrivateRemark: Handler<'private-remark.set'> = async (
  work,
  { agentId },
  { customerId, text },
) => {
  if (!(await visibleCustomer(work, agentId, customerId))) return refuse('not-found')
  await saveRemark(work, agentId, { customerId, text: text.replaceAll(/\s+/gu, ' ') })
  return ok({})
}
