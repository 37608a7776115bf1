import { ok, refuse } from '../../../base/result.ts'
import { COLOR_MARK_LIMITS } from '../../../protocol/model/limits.ts'
import { colorMarksOn } from '../../db/colorMarks.ts'
import { visibleCustomer } from '../customers/visibleCustomer.ts'
import type { Handler } from '../handler.ts'
import { keepMarks } from './keepMarks.ts'

export const setColorMarks: Handler<'color-mark.set'> = async (work, { agentId }, args) => {
  const { customerId, add, remove } = args
  if (!(await visibleCustomer(work, agentId, customerId))) return refuse('not-found')
  const before = (await colorMarksOn(work.tx, work.organizationId, customerId)).find(
    (one) => one.agentId === agentId,
  )
  const marks = new Set([...(before?.marks.markIds ?? []), ...add])
  for (const id of remove) marks.delete(id)
  // The newest of them, should marks have been left behind that the agent has long deleted.
  const markIds = [...marks].slice(-COLOR_MARK_LIMITS.marks)
  await keepMarks(work, agentId, { customerId, markIds })
  return ok({})
}
